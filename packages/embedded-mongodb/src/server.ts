import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Answer } from './commands/context.ts';
import { runCommand } from './commands/table.ts';
import { Cursors } from './cursors.ts';
import type { Database } from './store/database.ts';
import { Turns } from './turns.ts';
import { Frames } from './wire/frames.ts';
import { readMessage, writeReply } from './wire/message.ts';

const patienceMilliseconds = 1000;

/** Listens on loopback and answers MongoDB's wire protocol from a database. */
export class WireServer {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #cursors = new Cursors();
  readonly #sockets = new Map<Socket, Turns<Buffer>>();
  readonly #server: Server;
  #connections = 0;

  constructor(database: Database, now: () => Date) {
    this.#database = database;
    this.#now = now;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Starts to listen; resolves to the port. */
  async listen(host: string, port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Takes no more commands, finishes those under way, and closes every connection. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets.keys()) socket.pause();
    await Promise.all([...this.#sockets.values()].map((turns) => turns.idle()));
    for (const socket of this.#sockets.keys()) socket.destroySoon();
    // A client that does not read its answers must not hold up the stop.
    const late = setTimeout(() => this.#sockets.forEach((_turns, socket) => socket.destroy()), patienceMilliseconds);
    await closed;
    clearTimeout(late);
  }

  #serve(socket: Socket): void {
    const connectionId = ++this.#connections;
    const frames = new Frames();
    const turns = new Turns<Buffer>(
      (message) => this.#answer(socket, message, connectionId),
      () => socket.destroy(),
    );
    this.#sockets.set(socket, turns);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      try {
        for (const message of frames.push(chunk)) if (!socket.destroyed) turns.take(message);
      } catch {
        socket.destroy();
      }
    });
  }

  #answer(socket: Socket, message: Buffer, connectionId: number): Promise<void> | undefined {
    const request = readMessage(message);
    const { body, raw } = request;
    const reply = (answer: Answer) => {
      if (request.wantsReply && !socket.destroyed) socket.write(writeReply(request, answer));
    };
    const answer = runCommand({ database: this.#database, cursors: this.#cursors, body, raw, connectionId, now: this.#now() });
    if (answer instanceof Promise) return answer.then(reply);
    reply(answer);
    return undefined;
  }
}

import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { runCommand } from './commands/table.ts';
import { Cursors } from './cursors.ts';
import type { Database } from './store/database.ts';
import { Frames } from './wire/frames.ts';
import { readMessage, writeReply } from './wire/message.ts';

const patienceMilliseconds = 1000;

/** Listens on loopback and answers MongoDB's wire protocol from a database. */
export class WireServer {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #cursors = new Cursors();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #connections = 0;
  /** Commands that are being carried out, so that stopping can wait for them. */
  readonly #running = new Set<Promise<void>>();

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
    for (const socket of this.#sockets) socket.pause();
    await Promise.allSettled(this.#running);
    for (const socket of this.#sockets) socket.destroySoon();
    // A client that does not read its answers must not hold up the stop.
    const late = setTimeout(() => this.#sockets.forEach((socket) => socket.destroy()), patienceMilliseconds);
    await closed;
    clearTimeout(late);
  }

  #serve(socket: Socket): void {
    const connectionId = ++this.#connections;
    const frames = new Frames();
    let before: Promise<void> = Promise.resolve();
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      try {
        for (const message of frames.push(chunk)) {
          before = this.#inTurn(before, socket, message, connectionId);
        }
      } catch {
        socket.destroy();
      }
    });
  }

  /** Commands of one connection are answered in the order in which they came. */
  #inTurn(before: Promise<void>, socket: Socket, message: Buffer, connectionId: number): Promise<void> {
    const turn = before.then(() => this.#answer(socket, message, connectionId)).catch(() => void socket.destroy());
    this.#running.add(turn);
    void turn.then(() => this.#running.delete(turn));
    return turn;
  }

  async #answer(socket: Socket, message: Buffer, connectionId: number): Promise<void> {
    const request = readMessage(message);
    const { body, raw } = request;
    const answer = await runCommand({ database: this.#database, cursors: this.#cursors, body, raw, connectionId, now: this.#now() });
    if (request.wantsReply && !socket.destroyed) socket.write(writeReply(request, answer));
  }
}

import { timingSafeEqual } from 'node:crypto';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import type { Answer } from './commands/context.ts';
import { runCommand } from './commands/table.ts';
import { Cursors } from './cursors.ts';
import type { Database } from './store/database.ts';
import { Turns } from './turns.ts';
import type { Document } from './values/document.ts';
import { Frames } from './wire/frames.ts';
import { readMessage, writeReply } from './wire/message.ts';

const CLOSE_TIMEOUT_MILLISECONDS = 1000;

/** Listens and answers MongoDB's wire protocol from a database. */
export class WireServer {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #cursors = new Cursors();
  readonly #sockets = new Map<Socket, Turns<Buffer>>();
  readonly #server: Server;
  readonly #secret: string | undefined;
  /** Connections that have not named the secret yet. */
  readonly #strangers = new WeakSet<Socket>();
  #connections = 0;

  /** @param secret what a connection must give as the name of its application before anything else, if there is one */
  constructor(database: Database, now: () => Date, secret?: string) {
    this.#database = database;
    this.#now = now;
    this.#secret = secret;
    this.#server = createServer({ noDelay: true }, (socket) => this.#serve(socket));
  }

  /** Starts to listen; resolves to the port, 0 for a socket that has a path. */
  async listen(where: ListenOptions): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(where, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    const address = this.#server.address();
    return typeof address === 'object' ? (address?.port ?? 0) : 0;
  }

  /** Accepts no more commands, finishes those in progress, and closes every connection. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets.keys()) socket.pause();
    await Promise.all([...this.#sockets.values()].map((turns) => turns.idle()));
    for (const socket of this.#sockets.keys()) socket.destroySoon();
    // A client that does not read its answers must not delay the stop.
    const late = setTimeout(
      () => this.#sockets.forEach((_turns, socket) => socket.destroy()),
      CLOSE_TIMEOUT_MILLISECONDS,
    );
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
    if (this.#secret !== undefined) this.#strangers.add(socket);
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
    if (this.#strangers.has(socket) && !this.#knows(socket, body)) {
      socket.destroy();
      return undefined;
    }
    const reply = (answer: Answer) => {
      if (request.wantsReply && !socket.destroyed) socket.write(writeReply(request, answer));
    };
    const answer = runCommand({
      database: this.#database,
      cursors: this.#cursors,
      body,
      raw,
      connectionId,
      now: this.#now(),
    });
    if (answer instanceof Promise) return answer.then(reply);
    reply(answer);
    return undefined;
  }

  /** Returns whether a connection's first message names the secret; it may send commands then. */
  #knows(socket: Socket, body: Document): boolean {
    const client = body['client'] as { application?: { name?: unknown } } | undefined;
    const [given, wanted] = [Buffer.from(String(client?.application?.name)), Buffer.from(this.#secret ?? '')];
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
    this.#strangers.delete(socket);
    return true;
  }
}

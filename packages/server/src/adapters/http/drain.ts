import { Server as NetServer } from 'node:net';
import type { RequestListener, Server, ServerResponse } from 'node:http';

/** Milliseconds. */
export interface DrainTimes {
  /** Since the last request, after which nobody is taken to be about to send another. */
  readonly quiet: number;
  /** For which new requests are taken at most, each with the word that it is the last on its connection. */
  readonly most: number;
}

const times: DrainTimes = { quiet: 250, most: 2000 };
/** Milliseconds between two looks at what is still open. */
const POLL_INTERVAL = 25;

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
/** Resolves after one turn of the event loop, with the milliseconds it took. */
const turn = (): Promise<number> => {
  const began = performance.now();
  return new Promise((done) => setImmediate(() => done(performance.now() - began)));
};

/**
 * Turns of the event loop in a row, of at most so many milliseconds each, in which nobody came to be let in; tried for
 * so long.
 */
const [IN_A_ROW, LONG_TURN, HOLD] = [5, 1, 1000];

/**
 * A stop that cuts nobody off. First all goes on, but each answer says that it is the last on its connection, so that
 * clients come back on another one, and to another process where a proxy has seen `/readyz`. When it is quiet, or after
 * a while, no connection is taken any more. Whoever waits to be taken in that moment would be reset by the system: so
 * requests are held back until nobody does, which is soon, since clients wait for their answers then. After that they
 * are answered, like all that are due, for as long as is left.
 */
export function createDrain(app: RequestListener, { quiet, most }: DrainTimes = times) {
  const open = new Set<ServerResponse>();
  let held: (() => void)[] | undefined;
  let lastRequest = -Infinity;
  let draining = false;

  const lastOne = (response: ServerResponse): void => {
    if (!response.headersSent) response.setHeader('Connection', 'close');
  };
  const listener: RequestListener = (request, response) => {
    lastRequest = performance.now();
    open.add(response);
    response.once('close', () => open.delete(response));
    if (draining) lastOne(response);
    if (held) held.push(() => app(request, response));
    else app(request, response);
  };

  const untilQuiet = async (): Promise<void> => {
    const end = performance.now() + most;
    while (performance.now() < end && performance.now() - lastRequest < quiet) await later(POLL_INTERVAL);
  };
  const untilNobodyWaits = async (server: Server): Promise<void> => {
    let came = false;
    const note = (): void => void (came = true);
    server.on('connection', note);
    const end = performance.now() + HOLD;
    for (let empty = 0; empty < IN_A_ROW && performance.now() < end;) {
      came = false;
      const milliseconds = await turn();
      empty = came || milliseconds > LONG_TURN ? 0 : empty + 1;
    }
    server.off('connection', note);
  };

  /**
   * Resolves when all connections are gone; after so many milliseconds it cuts those that are left. `whenClosed` is
   * told when none is taken any more.
   */
  const drain = async (server: Server, deadline: number, whenClosed?: () => unknown): Promise<void> => {
    const end = performance.now() + deadline;
    draining = true;
    for (const response of open) lastOne(response);
    if (deadline > 0) await untilQuiet();
    const waiting: (() => void)[] = [];
    held = waiting;
    if (deadline > 0) await untilNobodyWaits(server);
    // Not the method of the HTTP server, which cuts idle connections in the same breath: the last answer may just have
    // gone out on one.
    const closed = new Promise<void>((done, failed) =>
      NetServer.prototype.close.call(server, (error) => (error ? failed(error) : done())),
    );
    held = undefined;
    for (const answer of waiting) answer();
    whenClosed?.();
    // Under load a client may be about to ask again on a connection that was not told, for as long as it takes it to be
    // kept.
    const idleUntil = performance.now() - lastRequest < quiet ? performance.now() + server.keepAliveTimeout : 0;
    const look = setInterval(() => {
      if (performance.now() >= end) server.closeAllConnections();
      else if (performance.now() >= idleUntil) server.closeIdleConnections();
    }, POLL_INTERVAL);
    await closed.finally(() => clearInterval(look));
  };
  return { listener, drain };
}

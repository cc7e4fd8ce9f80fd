import { Server as NetServer } from 'node:net';
import type { RequestListener, Server, ServerResponse } from 'node:http';

/** Milliseconds. */
export interface DrainTimes {
  /** Since the last request, after which no client is expected to send another. */
  readonly quiet: number;
  /** For which new requests are accepted at most, each answered with `Connection: close`. */
  readonly most: number;
}

const times: DrainTimes = { quiet: 250, most: 2000 };
/** Milliseconds between two checks of what is still open. */
const POLL_INTERVAL = 25;

const later = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
/** Resolves after one turn of the event loop, with the milliseconds it took. */
const turn = (): Promise<number> => {
  const began = performance.now();
  return new Promise((done) => setImmediate(() => done(performance.now() - began)));
};

/**
 * Consecutive turns of the event loop, of at most LONG_TURN milliseconds each, without a connection that waits to be
 * accepted; HOLD is how long that is attempted.
 */
const [IN_A_ROW, LONG_TURN, HOLD] = [5, 1, 1000];

/**
 * Stops a server without cutting a client off. At first it accepts requests, but closes each connection after its
 * answer, so that clients reconnect, and to another process where a proxy has read `/readyz`. When no more requests
 * arrive, or after a while, it accepts no more connections. The system would reset connections that wait to be accepted
 * in that moment: so requests are held back until none does, which is soon, since clients wait for their answers then.
 * After that they are answered, like all that are due, for as long as is left.
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
   * Resolves when all connections are closed; after `deadline` milliseconds it cuts those that are left. Calls
   * `whenClosed` when no more are accepted.
   */
  const drain = async (server: Server, deadline: number, whenClosed?: () => unknown): Promise<void> => {
    const end = performance.now() + deadline;
    draining = true;
    for (const response of open) lastOne(response);
    if (deadline > 0) await untilQuiet();
    const waiting: (() => void)[] = [];
    held = waiting;
    if (deadline > 0) await untilNobodyWaits(server);
    // Not the method of the HTTP server, which cuts idle connections at the same time: the last answer may just have
    // been sent on one.
    const closed = new Promise<void>((done, failed) =>
      NetServer.prototype.close.call(server, (error) => (error ? failed(error) : done())),
    );
    held = undefined;
    for (const answer of waiting) answer();
    whenClosed?.();
    // Under load a client may be about to send on a connection that was kept alive before the stop began.
    const idleUntil = performance.now() - lastRequest < quiet ? performance.now() + server.keepAliveTimeout : 0;
    const poll = setInterval(() => {
      if (performance.now() >= end) server.closeAllConnections();
      else if (performance.now() >= idleUntil) server.closeIdleConnections();
    }, POLL_INTERVAL);
    await closed.finally(() => clearInterval(poll));
  };
  return { listener, drain };
}

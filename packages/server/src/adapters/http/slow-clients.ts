import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds. */
export const TIMEOUTS = {
  /** Until all headers of a request have been received. */
  headers: 15_000,
  /** Until a whole request has been received, with its body. */
  request: 30_000,
  /** Without traffic on a connection that has something to send or receive. */
  idle: 30_000,
  /** Between two checks. */
  poll: 1000,
} as const;

/**
 * Requests of one connection that may wait for their answers. No browser sends a second one before it has the first
 * answer.
 */
const MAX_PIPELINED = 16;
/** Bytes of answers that may be buffered for all clients together. */
const MAX_BUFFERED_BYTES = 64 * 1024 * 1024;

/**
 * Returns the bytes that one connection keeps in memory: what its socket has yet to send, and whole answers that wait
 * for their turn.
 */
const waitingOf = (socket: Socket, open: ReadonlySet<ServerResponse>): number => {
  let bytes = socket.writableLength;
  for (const response of open) if (!response.socket) bytes += response.writableLength;
  return bytes;
};

/**
 * Limits what clients that send slowly, or do not read their answers, can keep in memory: the time in which a request
 * arrives, the time in which no part of an answer is read, requests at once on one connection, and buffered bytes of
 * all. A connection beyond a limit is cut; of those that do not read, the one with the most bytes.
 */
export function limitSlowClients(
  server: Server,
  limits: { readonly most?: number; readonly poll?: number; readonly idle?: number } = {},
): void {
  const { most = MAX_BUFFERED_BYTES, poll = TIMEOUTS.poll, idle = TIMEOUTS.idle } = limits;
  server.headersTimeout = TIMEOUTS.headers;
  server.requestTimeout = TIMEOUTS.request;
  server.timeout = idle;
  const connections = new Map<Socket, Set<ServerResponse>>();

  server.on('connection', (socket) => {
    connections.set(socket, new Set());
    socket.once('close', () => connections.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    const open = connections.get(socket);
    if (!open) return;
    open.add(response);
    response.once('close', () => open.delete(response));
    if (open.size > MAX_PIPELINED) socket.destroy();
  });

  const cutSlowest = (): void => {
    const waiting = [...connections].map(([socket, open]) => ({ socket, bytes: waitingOf(socket, open) }));
    let total = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { socket, bytes } of waiting.sort((a, b) => b.bytes - a.bytes)) {
      if (total <= most) return;
      socket.destroy();
      total -= bytes;
    }
  };
  const timer = setInterval(cutSlowest, poll).unref();
  server.once('close', () => clearInterval(timer));
}

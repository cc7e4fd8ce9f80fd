import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds. */
export const patience = {
  /** Until all headers of a request are there. */
  headers: 15_000,
  /** Until all of a request is there, its body too. */
  request: 30_000,
  /** In which nothing goes over a connection that has something to go over it. */
  idle: 30_000,
  /** Between two looks. */
  look: 1000,
} as const;

/**
 * Requests of one connection that may wait for their answers. No browser sends a second one before it has the first
 * answer.
 */
const MAX_PIPELINED = 16;
/** Bytes of answers that may wait for all clients together. */
const MAX_BUFFERED_BYTES = 64 * 1024 * 1024;

/** What one connection keeps in memory: what its socket has yet to send, and whole answers that wait for their turn. */
const waitingOf = (socket: Socket, open: ReadonlySet<ServerResponse>): number => {
  let bytes = socket.writableLength;
  for (const response of open) if (!response.socket) bytes += response.writableLength;
  return bytes;
};

/**
 * Sets a limit to what clients who send slowly, or ask and do not read, can keep here: the time that a request takes to
 * come, the time in which nothing of an answer is taken, requests at once on one connection, and bytes that wait for
 * all. Who goes beyond is cut off; of those who do not read, the one that keeps most.
 */
export function limitSlowClients(
  server: Server,
  limits: { readonly most?: number; readonly look?: number; readonly idle?: number } = {},
): void {
  const { most = MAX_BUFFERED_BYTES, look = patience.look, idle = patience.idle } = limits;
  server.headersTimeout = patience.headers;
  server.requestTimeout = patience.request;
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
  const looking = setInterval(cutSlowest, look).unref();
  server.once('close', () => clearInterval(looking));
}

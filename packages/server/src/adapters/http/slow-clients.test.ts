import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createServerHandle } from './server-handle.ts';
import { limitSlowClients } from './slow-clients.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

const serve = async (app: RequestListener, limits?: Parameters<typeof limitSlowClients>[1]): Promise<number> => {
  server = createServer(app);
  limitSlowClients(server, limits);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
};
const request = 'GET / HTTP/1.1\r\nHost: here\r\n\r\n';
/** A client that sends this and reads nothing. */
const deaf = async (port: number, text: string): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined).pause();
  await once(socket, 'connect');
  socket.write(text);
  return socket;
};
/** Counts the connections of the server, whose sockets are gone once they are cut. */
const connections = (): Promise<number> =>
  new Promise((done, failed) => server!.getConnections((error, count) => (error ? failed(error) : done(count))));
const large = Buffer.alloc(8 * 1024 * 1024);

it('S27 cuts off a client that does not read its answer', async () => {
  const port = await serve((_request, response) => response.end(large), { idle: 200 });
  await deaf(port, request);
  await expect.poll(connections, { timeout: 10_000 }).toBe(0);
});

it('S27 buffers a bounded number of bytes for all clients that do not read, and cuts off those with the most', async () => {
  const port = await serve((_request, response) => response.end(large), { most: 3 * large.length, poll: 20 });
  await Promise.all([...Array(10)].map(() => deaf(port, request)));
  await expect.poll(connections, { timeout: 10_000 }).toBeLessThanOrEqual(3);
});

it('S27 cuts off a client that repeats requests before it has an answer', async () => {
  let asked = 0;
  const port = await serve(() => void (asked += 1));
  await deaf(port, request.repeat(50));
  await expect.poll(connections).toBe(0);
  expect(asked).toBeLessThanOrEqual(50);
  await deaf(port, request.repeat(16));
  await expect.poll(connections).toBe(1);
});

it('S27 gives the headers of a request 15 seconds and all of it 30, and checks each second', async () => {
  const handle = await createServerHandle((_request, response) => response.end(), { host: '127.0.0.1', port: 0 });
  const { headersTimeout, requestTimeout, timeout } = handle.server;
  const { connectionsCheckingInterval } = handle.server as Server & { connectionsCheckingInterval: number };
  await handle.close(0);
  expect({ headersTimeout, requestTimeout, timeout, connectionsCheckingInterval }).toEqual({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    timeout: 30_000,
    connectionsCheckingInterval: 1000,
  });
});

import { createServer } from 'node:net';
import { once } from 'node:events';

/** A port nobody listens on at this moment, for tools that cannot be told to take any. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

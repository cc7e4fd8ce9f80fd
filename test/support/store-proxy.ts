import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';

/** A proxy between a server and its store that can cause any kind of trouble. */
export interface StoreProxy {
  /** A connection string that leads through it, with short times. */
  readonly uri: string;
  /**
   * `through`: passes everything · `silent`: accepts connections and never answers, nor on open ones · `refused`:
   * accepts none, and cuts open ones.
   */
  set(state: 'through' | 'silent' | 'refused'): Promise<void>;
  /** Resolves with the next connection. */
  connectionTried(): Promise<unknown>;
  close(): Promise<void>;
}

/** Returns where a connection string leads: a port, or a socket of this machine. */
const targetOf = (uri: string): NetConnectOpts => {
  const host = decodeURIComponent(/^mongodb:\/\/([^/?]+)/.exec(uri)![1]!);
  if (host.startsWith('/')) return { path: host };
  const [name, port] = host.split(':');
  return { host: name!, port: Number(port) };
};

/** Stands before the store of this connection string, `through` at first; before nothing, and `silent`, without one. */
export async function startStoreProxy(storeUri?: string): Promise<StoreProxy> {
  let silent = storeUri === undefined;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    sockets.add(near);
    near.on('close', () => sockets.delete(near)).on('error', () => near.destroy());
    if (storeUri === undefined) return void near.resume();
    const far = connect(targetOf(storeUri));
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (bytes) => silent || to.write(bytes));
      from.on('close', () => to.destroy()).on('error', () => to.destroy());
    };
    pass(near, far);
    pass(far, near);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    uri: `mongodb://127.0.0.1:${port}/proxied?directConnection=true&serverSelectionTimeoutMS=700&connectTimeoutMS=700&socketTimeoutMS=700&heartbeatFrequencyMS=500`,
    async set(state) {
      silent = state === 'silent';
      if (state === 'refused') await stop();
      else if (!server.listening) await once(server.listen(port, '127.0.0.1'), 'listening');
    },
    connectionTried: () => once(server, 'connection'),
    close: stop,
  };
}

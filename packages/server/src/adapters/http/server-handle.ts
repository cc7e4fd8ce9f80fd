import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDrain } from './drain.ts';
import { limitSlowClients, TIMEOUTS } from './slow-clients.ts';

export interface ServerHandle {
  readonly server: Server;
  readonly port: number;
  /** True when the configured port was taken and a later one was found. */
  readonly moved: boolean;
  /**
   * Closes each connection after its answer, then accepts none, finishes requests in progress, and resolves when all
   * are closed; after `seconds` it cuts those that are left, and with 0 all at once. Calls `whenClosed` when no more
   * are accepted, to end what would not end by itself. A second call waits for the first.
   */
  close(seconds?: number, whenClosed?: () => unknown): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** Ports tried after the configured one. */
const MAX_PORTS_TRIED = 50;

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      done((server.address() as AddressInfo).port);
    });
  });

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

const listenFrom = async (server: Server, { host, port }: ListenOptions): Promise<number> => {
  for (let next = port; ; next++) {
    try {
      return await listen(server, host, next);
    } catch (error) {
      if (!isTaken(error) || next >= Math.min(port + MAX_PORTS_TRIED, 65_535)) throw error;
    }
  }
};

/**
 * Serves an application. When the port is taken, the next free one is used, and `moved` is true.
 * @throws the error of `listen` when no port was free or the host is not of this machine
 */
export async function createServerHandle(app: RequestListener, options: ListenOptions): Promise<ServerHandle> {
  const { listener, drain } = createDrain(app);
  const server = createServer({ connectionsCheckingInterval: TIMEOUTS.poll }, listener);
  limitSlowClients(server);
  const port = await listenFrom(server, options);
  let closing: Promise<void> | undefined;
  return {
    server,
    port,
    moved: options.port !== 0 && port !== options.port,
    close: (seconds = 10, whenClosed) => (closing ??= drain(server, seconds * 1000, whenClosed)),
  };
}

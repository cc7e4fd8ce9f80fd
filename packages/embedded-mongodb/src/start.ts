import { resolve } from 'node:path';
import { sweepExpired } from './expiry.ts';
import { lockFolder } from './folder-lock.ts';
import { WireServer } from './server.ts';
import { Database } from './store/database.ts';

const sweepMilliseconds = 60_000;

export interface EmbeddedMongoDBOptions {
  /** Folder of the data; made when it is not there. One process at a time. */
  readonly dataDir: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Loopback only: there is no authentication. */
  readonly host?: '127.0.0.1';
  /** Clock of TTL indexes, `$currentDate` and `$$NOW`. */
  readonly now?: () => Date;
}

export interface EmbeddedMongoDB {
  /** `mongodb://127.0.0.1:PORT/coach-booking?directConnection=true` */
  readonly uri: string;
  readonly port: number;
  /** Removes what TTL indexes let expire, as happens once a minute by itself; resolves to how many documents. */
  sweepExpired(): Promise<number>;
  /** Finishes what is under way, flushes and gives the folder back. */
  stop(): Promise<void>;
}

/**
 * Starts a MongoDB-wire server on a data folder.
 * @throws FolderInUseError when another process has the folder; the system's error when the port is taken
 */
export async function startEmbeddedMongoDB(options: EmbeddedMongoDBOptions): Promise<EmbeddedMongoDB> {
  const { port = 0, host = '127.0.0.1', now = () => new Date() } = options;
  const folder = resolve(options.dataDir);
  const release = await lockFolder(folder);
  const database = new Database(folder);
  const server = new WireServer(database, now);
  const stopStore = async () => {
    await database.environment.close();
    await release();
  };
  const listening = await server.listen(host, port).catch(async (error: unknown) => {
    await stopStore();
    throw error;
  });
  const sweep = () => sweepExpired(database, now());
  const timer = setInterval(() => void sweep().catch(() => undefined), sweepMilliseconds);
  timer.unref();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    clearInterval(timer);
    await server.close();
    await stopStore();
  };
  return {
    uri: `mongodb://${host}:${listening}/coach-booking?directConnection=true`,
    port: listening,
    sweepExpired: sweep,
    stop: () => (stopping ??= stop()),
  };
}

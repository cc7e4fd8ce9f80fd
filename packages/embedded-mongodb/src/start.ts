import { resolve } from 'node:path';
import { endpointIn } from './endpoint.ts';
import { sweepExpired } from './expiry.ts';
import { lockFolder } from './folder-lock.ts';
import { WireServer } from './server.ts';
import { Database } from './store/database.ts';

const SWEEP_MILLISECONDS = 60_000;

export interface EmbeddedMongoDBOptions {
  /** Folder of the data; created when it is missing, for its owner alone. One process at a time. */
  readonly dataDir: string;
  /**
   * The way in which clients connect: by a socket in the data folder, or, where there are none (Windows), by loopback
   * with a secret made at each start.
   */
  readonly over?: 'socket' | 'loopback';
  /** Clock of TTL indexes, `$currentDate` and `$$NOW`. */
  readonly now?: () => Date;
}

export interface EmbeddedMongoDB {
  /**
   * `mongodb://%2Fdata%2Fstore.sock/coach-booking?directConnection=true`. A secret, where the server is reached by
   * loopback.
   */
  readonly uri: string;
  /** Sentences for the person who starts it. */
  readonly notes: readonly string[];
  /** Removes what TTL indexes have expired, as happens once a minute by itself; resolves to the number of documents. */
  sweepExpired(): Promise<number>;
  /** Finishes work in progress, flushes and releases the folder. */
  stop(): Promise<void>;
}

/**
 * Starts a MongoDB-wire server on a data folder, which only the folder's owner can reach.
 * @throws FolderInUseError when another process has the folder; the system's error when the folder cannot be used
 */
export async function startEmbeddedMongoDB(options: EmbeddedMongoDBOptions): Promise<EmbeddedMongoDB> {
  const { over = process.platform === 'win32' ? 'loopback' : 'socket', now = () => new Date() } = options;
  const folder = resolve(options.dataDir);
  const release = await lockFolder(folder);
  const closing: (() => unknown)[] = [release];
  const close = async () => {
    for (const one of closing.splice(0).reverse()) await one();
  };
  try {
    const database = new Database(folder);
    closing.push(() => database.environment.close());
    const endpoint = endpointIn(folder, over);
    closing.push(endpoint.closed);
    const server = new WireServer(database, now, endpoint.secret);
    const port = await server.listen(endpoint.listen);
    closing.push(() => server.close());
    const uri = endpoint.uri(port);
    endpoint.opened(uri);
    const sweep = () => sweepExpired(database, now());
    const timer = setInterval(() => void sweep().catch(() => undefined), SWEEP_MILLISECONDS);
    timer.unref();
    closing.push(() => clearInterval(timer));
    let stopping: Promise<void> | undefined;
    return {
      uri,
      notes: endpoint.elsewhere
        ? [`The path of the data folder is too long for a socket, so the store listens at ${endpoint.elsewhere}.`]
        : [],
      sweepExpired: sweep,
      stop: () => (stopping ??= close()),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startEmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import mongoose, { type Connection } from 'mongoose';
import { beginBackup, BackupRefused, endBackup, type Manifest } from './adapters/files/backup-folder.ts';
import { readVersion } from './adapters/mongo/migrations/newer-schema.ts';
import { joinDatabase } from './compose-database.ts';
import type { Config } from './config.ts';

/**
 * The keys that open and sign the content of a backup; beside it they would make it worth stealing. Mails as files hold
 * links that sign people in.
 */
const EXCLUDED = ['encryption-key', 'signing-secret', 'mail'];

const withConnection = async <T>(uri: string, use: (connection: Connection) => Promise<T>): Promise<T> => {
  const connection = await mongoose.createConnection(uri).asPromise();
  return use(connection).finally(() => connection.close());
};

/** Returns the content of a copy, read from the copy itself and not from what has been written since. */
const factsOf = async (folder: string): Promise<Pick<Manifest, 'collections' | 'schemaVersion'>> => {
  const store = await startEmbeddedMongoDB({ dataDir: folder });
  try {
    return await withConnection(store.uri, async (connection) => {
      const names = (await connection.listCollections()).map(({ name }) => name).sort();
      const counts = names.map(async (name) => [name, await connection.collection(name).countDocuments()] as const);
      const version = await readVersion((name) => connection.collection(name), Infinity);
      return { collections: Object.fromEntries(await Promise.all(counts)), schemaVersion: version?.version ?? 0 };
    });
  } finally {
    await store.stop();
    await rm(join(folder, 'store', 'lock.mdb'), { force: true });
  }
};

/**
 * Copies the embedded store of the configuration, as it is at one moment, into a new folder; a server that has it open
 * continues to serve. Throws BackupRefused where that is impossible, with nothing left in the folder.
 */
export async function composeBackup(
  config: Pick<Config, 'mongodbUri' | 'dataDir'>,
  { to, release }: { readonly to: string | undefined; readonly release: string },
): Promise<Manifest> {
  if (config.mongodbUri !== undefined)
    throw new BackupRefused(
      'MONGODB_URI names a MongoDB, which has its own tool: mongodump --uri "$MONGODB_URI" --archive=FILE --gzip',
    );
  if (!to) throw new BackupRefused('Say where to: npm run backup -- --to FOLDER');
  const folder = resolve(to);
  const store = await beginBackup(folder);
  try {
    const takenAt = new Date().toISOString();
    const database = await joinDatabase(config);
    try {
      await withConnection(database.uri, (connection) =>
        connection.getClient().db('admin').command({ backup: 1, to: store }),
      );
    } finally {
      await database.stop();
    }
    return await endBackup(folder, { release, takenAt, ...(await factsOf(folder)), leftOut: EXCLUDED });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

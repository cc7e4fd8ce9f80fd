import { join } from 'node:path';
import { FolderInUseError, runningOn, startApart, startEmbeddedMongoDB } from '@coach-booking/embedded-mongodb';
import { tightenDataFolder } from './adapters/files/data-folder.ts';
import type { Config } from './config.ts';

/** The database of a running process. */
export interface OpenDatabase {
  readonly uri: string;
  /** The embedded store runs for this process, and no other process has the data. */
  readonly embedded: boolean;
  /** Sentences for the person who starts the process. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  /**
   * Set by a process that serves others meanwhile: the embedded store then runs in a thread of its own, and this is
   * called when the thread has ended by itself.
   */
  readonly onLost?: (reason: Error) => void;
}

/**
 * Opens the MongoDB of the configuration, or the embedded one, started on the data folder. In both cases the folder
 * becomes readable by its owner alone.
 * @throws FolderInUseError when another process has the folder
 */
export async function openDatabase(
  { mongodbUri, dataDir }: Pick<Config, 'mongodbUri' | 'dataDir'>,
  { onLost }: DatabaseOptions = {},
): Promise<OpenDatabase> {
  const notes = await tightenDataFolder(dataDir);
  if (mongodbUri !== undefined) return { uri: mongodbUri, embedded: false, notes, stop: async () => {} };
  const folder = join(dataDir, 'mongodb');
  const store = onLost
    ? await startApart({ dataDir: folder, onLost })
    : await startEmbeddedMongoDB({ dataDir: folder });
  return { uri: store.uri, embedded: true, notes: [...notes, ...store.notes], stop: store.stop };
}

/**
 * Opens the database like `openDatabase`, also beside a server that has the folder at this moment, where that server
 * listens.
 * @throws FolderInUseError when another process has the folder and cannot be reached
 */
export async function joinDatabase(config: Pick<Config, 'mongodbUri' | 'dataDir'>): Promise<OpenDatabase> {
  try {
    return await openDatabase(config);
  } catch (error) {
    const uri = error instanceof FolderInUseError ? await runningOn(join(config.dataDir, 'mongodb')) : null;
    if (uri === null) throw error;
    return { uri, embedded: false, notes: [], stop: async () => {} };
  }
}

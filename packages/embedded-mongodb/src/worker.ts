import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from './start-apart.ts';
import { FolderInUseError } from './folder-lock.ts';
import { startEmbeddedMongoDB } from './start.ts';

/** The thread that `startApart` begins. */
const parent = parentPort!;
const tell = (message: FromThread) => parent.postMessage(message);

try {
  const server = await startEmbeddedMongoDB(workerData as { dataDir: string });
  const stop = async () => {
    await server.stop();
    tell({ kind: 'stopped' });
    parent.close();
  };
  parent.on('message', (message: ToThread) => {
    if (message === 'stop') void stop();
  });
  tell({ kind: 'started', uri: server.uri, notes: server.notes });
} catch (error) {
  tell(error instanceof FolderInUseError ? { kind: 'in use', folder: error.folder } : { kind: 'failed', error });
}

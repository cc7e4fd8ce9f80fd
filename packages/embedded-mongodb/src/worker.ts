import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from './start-in-thread.ts';
import { FolderInUseError } from './folder-lock.ts';
import { startEmbeddedMongoDB } from './start.ts';

/** The thread that `startInThread` starts. */
const parent = parentPort!;
const post = (message: FromThread) => parent.postMessage(message);

try {
  const server = await startEmbeddedMongoDB(workerData as { dataDir: string });
  const stop = async () => {
    await server.stop();
    post({ kind: 'stopped' });
    parent.close();
  };
  parent.on('message', (message: ToThread) => {
    if (message === 'stop') void stop();
  });
  post({ kind: 'started', uri: server.uri, notes: server.notes });
} catch (error) {
  post(error instanceof FolderInUseError ? { kind: 'in use', folder: error.folder } : { kind: 'failed', error });
}

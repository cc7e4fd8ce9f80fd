import { parentPort, workerData } from 'node:worker_threads';
import type { FromThread, ToThread } from './start-in-thread.ts';
import { FolderInUseError } from './folder-lock.ts';
import { startEmbeddedMongoDB } from './start.ts';

/** The thread that `startInThread` starts. */
const parent = parentPort!;
/** The milliseconds that writes in progress may take before the thread ends all the same. */
const PATIENCE_MS = 2000;

const post = (message: FromThread) => parent.postMessage(message);

try {
  const server = await startEmbeddedMongoDB(workerData as { dataDir: string });
  const stop = async () => {
    await server.stop();
    post({ kind: 'stopped' });
    parent.close();
  };
  // The fault ends the thread, but not under writes that are being made: the store's native part would take the process
  // along with it, without a word.
  let isEnding = false;
  const end = (fault: Error) => {
    if (isEnding) return;
    isEnding = true;
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    void Promise.race([server.stop(), patience])
      .catch(() => undefined)
      .then(() => {
        process.off('uncaughtException', end);
        setImmediate(() => {
          throw fault;
        });
      });
  };
  process.on('uncaughtException', end);
  parent.on('message', (message: ToThread) => {
    if (message === 'stop') void stop();
  });
  post({ kind: 'started', uri: server.uri, notes: server.notes });
} catch (error) {
  post(error instanceof FolderInUseError ? { kind: 'in use', folder: error.folder } : { kind: 'failed', error });
}

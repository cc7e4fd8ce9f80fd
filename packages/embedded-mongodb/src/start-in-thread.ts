import { Worker } from 'node:worker_threads';
import { FolderInUseError } from './folder-lock.ts';
import { startEmbeddedMongoDB } from './start.ts';

/** Messages to the thread, and from it. */
export type ToThread = 'stop';
export type FromThread =
  | { readonly kind: 'started'; readonly uri: string; readonly notes: readonly string[] }
  | { readonly kind: 'in use'; readonly folder: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'stopped' };

export interface ThreadOptions {
  /** Folder of the data; see `startEmbeddedMongoDB`. */
  readonly dataDir: string;
  /**
   * Called when the thread has ended by itself: nothing can be read or written any more. Acknowledged writes are in the
   * folder.
   */
  readonly onLost: (reason: Error) => void;
  /** The thread's module; a test's own. */
  readonly entry?: URL;
}

export interface ThreadedMongoDB {
  readonly uri: string;
  readonly notes: readonly string[];
  /** Finishes work in progress, flushes, releases the folder and ends the thread. */
  stop(): Promise<void>;
}

/**
 * Starts the server in a thread of its own, so that none of its work blocks the caller's event loop. From sources it
 * runs in the caller's thread: Node 20 cannot load TypeScript in another one.
 * @throws FolderInUseError when another process has the folder; any other error that kept it from starting
 */
export async function startInThread({ dataDir, onLost, entry }: ThreadOptions): Promise<ThreadedMongoDB> {
  if (!entry && import.meta.url.endsWith('.ts')) return startEmbeddedMongoDB({ dataDir });
  const worker = new Worker(entry ?? new URL('./worker.js', import.meta.url), {
    workerData: { dataDir },
    name: 'embedded-mongodb',
  });
  let failure: Error | undefined;
  worker.on('error', (error) => (failure = error instanceof Error ? error : new Error(String(error))));
  const ended = new Promise<Error>((resolve) => {
    worker.once('exit', (code) => resolve(failure ?? new Error(`the store's thread ended with ${code}`)));
  });
  const messageOf = (kinds: readonly FromThread['kind'][]) =>
    new Promise<FromThread>((resolve) => {
      const listen = (message: FromThread) => {
        if (!kinds.includes(message.kind)) return;
        worker.off('message', listen);
        resolve(message);
      };
      worker.on('message', listen);
    });
  const first = await Promise.race([messageOf(['started', 'in use', 'failed']), ended]);
  if (first instanceof Error) throw first;
  if (first.kind !== 'started') {
    await worker.terminate();
    throw first.kind === 'in use' ? new FolderInUseError(first.folder) : (first as { error: unknown }).error;
  }
  let stopping: Promise<void> | undefined;
  void ended.then((reason) => {
    if (!stopping) onLost(reason);
  });
  const stop = async () => {
    const stopped = messageOf(['stopped']);
    worker.postMessage('stop' satisfies ToThread);
    await Promise.race([stopped, ended]);
    await ended;
  };
  return { uri: first.uri, notes: first.notes, stop: () => (stopping ??= stop()) };
}

import { Worker } from 'node:worker_threads';
import type { CalendarUnreadableCode } from '../../application/ports/calendar-reader.ts';
import type { Outcome, Task } from './task.ts';

/** Messages from the thread: one answer to each task. */
export type FromThread = 'ready' | Outcome;

interface Job {
  readonly task: Task;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** The milliseconds that one file may take before its thread is ended. */
const KILL_AFTER = 2000;
/** The milliseconds after which a thread without work is ended, with the memory that it holds. */
const IDLE_AFTER = 10_000;
/** Of the thread: a file of ten million characters takes half of it. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64 };

export interface ReadingThread {
  /** Rejects when the thread cannot be started, or ends by an error of ours. */
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Reads files in a thread, one after another. It is started by the first, again after one that it did not survive, and
 * ended when there is none for a while.
 */
export function openThread(
  entry: URL,
  { killAfter = KILL_AFTER, idleAfter = IDLE_AFTER }: { killAfter?: number; idleAfter?: number } = {},
): ReadingThread {
  const waiting: Job[] = [];
  let current: Job | undefined;
  let worker: Worker | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;

  const drop = () => {
    const dropped = worker;
    worker = undefined;
    isReady = false;
    clearTimeout(timer);
    return dropped?.terminate();
  };

  /** The thread is ended, and its file is to blame; the others are read in the next one. */
  const blame = (code: CalendarUnreadableCode) => {
    const guilty = current;
    current = undefined;
    void drop();
    guilty?.resolve({ code });
    next();
  };

  const fail = (error: Error) => {
    const jobs = [...(current ? [current] : []), ...waiting.splice(0)];
    current = undefined;
    void drop();
    for (const job of jobs) job.reject(error);
  };

  const next = () => {
    clearTimeout(timer);
    if (current) return;
    if (waiting.length === 0) {
      worker?.unref();
      timer = setTimeout(() => void drop(), idleAfter).unref();
      return;
    }
    worker ??= start();
    worker.ref();
    if (!isReady) return;
    const job = (current = waiting.shift()!);
    worker.postMessage(job.task);
    // The answer may have come while this thread was busy, and be taken up only now.
    timer = setTimeout(() => setImmediate(() => current === job && blame('too_slow')), killAfter);
  };

  const start = () => {
    const started = new Worker(entry, { name: 'calendars', resourceLimits });
    started.on('message', (message: FromThread) => {
      if (worker !== started) return;
      if (message === 'ready') isReady = true;
      else {
        current?.resolve(message);
        current = undefined;
      }
      next();
    });
    started.on('error', (error: NodeJS.ErrnoException) => {
      if (worker !== started) return;
      if (current && error.code === 'ERR_WORKER_OUT_OF_MEMORY') blame('too_slow');
      else fail(error);
    });
    return started;
  };

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        next();
      }),
    async close() {
      const ended = drop();
      fail(new Error('The reader of calendars is closed.'));
      await ended;
    },
  };
}

import { Worker } from 'node:worker_threads';
import type { TemplateFault } from '../../application/ports/templates.ts';
import type { Outcome, Task } from './task.ts';

/** Messages to the thread, and from it: it answers in the order in which it was asked. */
export type ToThread = Task;
export type FromThread = 'ready' | Outcome;

interface Job {
  readonly task: Task;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
}

/** The milliseconds that one text may take before its thread is ended. */
export const KILL_AFTER = 200;
/** Tasks that the thread has at once: enough that it never waits for the next one. */
const MAX_SENT = 32;
/** Of the thread: far more than honest texts need. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };

export interface TemplateThread {
  /** Rejects when the thread cannot be started. */
  run(task: Task): Promise<Outcome>;
  close(): Promise<void>;
}

/**
 * Runs tasks in a thread, in their order. It is started by the first task, and again after one that it did not survive:
 * a task that takes too long, or too much memory, costs the others a moment.
 */
export function openThread(entry: URL, killAfter = KILL_AFTER): TemplateThread {
  const waiting: Job[] = [];
  const sent: Job[] = [];
  let worker: Worker | undefined;
  let isReady = false;
  let timer: NodeJS.Timeout | undefined;

  /** The answer may have come while this thread was busy, and be taken up only now. */
  const kill = (of: Worker, job: Job) => {
    setImmediate(() => {
      if (worker === of && sent[0] === job) lose(of, { code: 'TOO_SLOW', detail: 'It takes too long.' });
    });
  };

  const watch = () => {
    clearTimeout(timer);
    const [job] = sent;
    if (worker && job) timer = setTimeout(kill, killAfter, worker, job);
    if (job) worker?.ref();
    else if (waiting.length === 0) worker?.unref();
  };

  const send = () => {
    if (waiting.length > 0 && !worker) start();
    if (!worker || !isReady) return;
    while (sent.length < MAX_SENT && waiting.length > 0) {
      const job = waiting.shift()!;
      sent.push(job);
      worker.postMessage(job.task satisfies ToThread);
    }
    watch();
  };

  /** The first of what was sent is to blame; the others are sent again. */
  const lose = (of: Worker, fault: TemplateFault) => {
    if (worker !== of) return;
    worker = undefined;
    isReady = false;
    clearTimeout(timer);
    void of.terminate();
    const [guilty, ...others] = sent.splice(0);
    waiting.unshift(...others);
    guilty?.resolve({ fault });
    send();
  };

  const start = () => {
    const started = new Worker(entry, { name: 'templates', resourceLimits });
    worker = started;
    started.on('message', (message: FromThread) => {
      if (worker !== started) return;
      if (message === 'ready') isReady = true;
      else sent.shift()?.resolve(message);
      send();
    });
    started.on('error', (error: NodeJS.ErrnoException) => {
      if (isReady && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        return lose(started, { code: 'TOO_MUCH_MEMORY', detail: 'It takes too much memory.' });
      if (worker !== started) return;
      worker = undefined;
      isReady = false;
      for (const job of [...sent.splice(0), ...waiting.splice(0)]) job.reject(error);
    });
  };

  return {
    run: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        send();
      }),
    async close() {
      clearTimeout(timer);
      const open = worker;
      worker = undefined;
      for (const job of [...sent.splice(0), ...waiting.splice(0)]) job.reject(new Error('The templates are closed.'));
      await open?.terminate();
    },
  };
}

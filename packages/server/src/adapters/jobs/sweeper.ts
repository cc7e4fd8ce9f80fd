import type { SweepDeps } from '../../application/sweep/sweep-claim.ts';
import { sweep } from '../../application/sweep/sweep.ts';

export interface SweeperOptions {
  /** Real seconds after which a claim that was never recorded is swept. */
  readonly afterSeconds: number;
  /** Seconds between two passes, give or take a fifth so that several processes drift apart. */
  readonly everySeconds: number;
}

export interface Sweeper {
  /** Waits for the pass in progress; no other begins. */
  stop(): Promise<void>;
}

/** Sweeps periodically, never two passes at once. Reports a pass that fails, and goes on with the next. */
export function startSweeper(
  deps: SweepDeps,
  { afterSeconds, everySeconds }: SweeperOptions,
  onError: (error: unknown) => void = () => undefined,
): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let pass: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(run, everySeconds * 1000 * (0.8 + Math.random() * 0.4));
    timer.unref();
  };
  const run = () => {
    pass = sweep(deps, afterSeconds).catch(onError).then(schedule);
  };
  schedule();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await pass;
    },
  };
}

import type { Timers } from '../../application/ports/timers.ts';

/** Timers of Node that keep no process alive. */
export const realTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

import type { Timers } from '../../application/ports/timers.ts';

/** Timers of Node that do not keep the process alive. */
export const realTimers: Timers = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds).unref();
    return () => clearTimeout(timer);
  },
};

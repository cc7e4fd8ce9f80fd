/** Work that goes on after the answer. Shutting down waits for it. */
export interface Background {
  /** Failures are the sweeper's matter: what is added may fail without harm. */
  add(work: Promise<unknown>): void;
}

/** Background work that can be waited for. */
export interface DrainableBackground extends Background {
  /** Resolves when all that was added has ended. */
  drain(): Promise<void>;
}

export function createBackground(): DrainableBackground {
  const running = new Set<Promise<unknown>>();
  return {
    add: (work) => {
      const ended: Promise<unknown> = work.then(
        () => running.delete(ended),
        () => running.delete(ended),
      );
      running.add(ended);
    },
    drain: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

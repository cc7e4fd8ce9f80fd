/** Work that continues after the answer. Shutting down waits for it. */
export interface Background {
  /** Adds work that may fail without harm: the sweeper completes it. */
  add(work: Promise<unknown>): void;
}

/** Background work that can be waited for. */
export interface DrainableBackground extends Background {
  /** Resolves when all added work has ended. */
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

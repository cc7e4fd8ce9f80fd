/** Work that is done over and over. */
export interface Repeated {
  /** Waits for the pass in progress; no other begins. */
  stop(): Promise<void>;
}

/**
 * Makes passes periodically, never two at once, each `everySeconds` after the one before, give or take a fifth so that
 * several processes drift apart. Reports a pass that fails, and goes on with the next. A pass is notified when it
 * should end early.
 */
export function repeat(
  pass: (isStopping: () => boolean) => Promise<unknown>,
  everySeconds: number,
  onError: (error: unknown) => void = () => undefined,
): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let isStopped = false;
  const schedule = () => {
    if (isStopped) return;
    timer = setTimeout(run, everySeconds * 1000 * (0.8 + Math.random() * 0.4));
    timer.unref();
  };
  const run = () => {
    running = pass(() => isStopped)
      .catch(onError)
      .then(schedule);
  };
  schedule();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** The part of `navigator.locks` that is used: a lock that all tabs of an origin share. */
export interface SessionLocks {
  request<T>(name: string, run: () => Promise<T>): Promise<T>;
}

/**
 * Returns a function that runs the given work one after the other: over all tabs where there are locks, else in this
 * one.
 */
export function oneAtATime(locks: SessionLocks | undefined, name: string): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  if (locks) return (run) => locks.request(name, run);
  return (run) => {
    const next = last.then(run, run);
    last = next.catch(() => undefined);
    return next;
  };
}

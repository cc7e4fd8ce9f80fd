/** Milliseconds between two reads, since each reading of the calendar causes one. */
const EVERY = 60_000;

/**
 * Returns a function that reads something beside the calendar, at most once a minute. It does nothing where the client
 * lacks the call. A failed read is not reported: the calendar works without it.
 */
export function quietLook<Found>(
  clock: () => number,
  read: ((signal: AbortSignal) => Promise<Found>) | undefined,
  found: (some: Found) => void,
): (signal: AbortSignal | undefined) => void {
  let looked = -Infinity;
  return (signal) => {
    if (!signal || !read || clock() - looked < EVERY) return;
    looked = clock();
    read(signal).then(
      (some) => signal.aborted || found(some),
      () => undefined,
    );
  };
}

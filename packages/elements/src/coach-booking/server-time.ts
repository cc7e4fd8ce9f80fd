/**
 * Milliseconds by which a device may be wrong before its time is corrected: an answer takes time, and `Date` has
 * seconds.
 */
const TOLERANCE = 60_000;

/** The time of the server, read from the answers of a `fetch`. */
export interface ServerTime {
  readonly fetch: typeof globalThis.fetch;
  /** Returns ms since the epoch: the device's clock, corrected once an answer has shown a difference. */
  now(): number;
}

/**
 * Returns a `fetch` that reads the `Date` of each answer, and the time that follows from it. Without it, a device whose
 * clock is hours ahead would hide free times. The server revalidates each answer, so its `Date` is the present.
 */
export function serverTime(fetch: typeof globalThis.fetch): ServerTime {
  let ahead = 0;
  return {
    now: () => Date.now() - ahead,
    async fetch(...request) {
      const response = await fetch(...request);
      const wrong = Date.now() - Date.parse(response.headers.get('Date') ?? '');
      if (Math.abs(wrong - ahead) > TOLERANCE) ahead = wrong;
      return response;
    },
  };
}

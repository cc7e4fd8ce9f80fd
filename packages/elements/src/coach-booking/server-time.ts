/** Milliseconds by which a device may be wrong before it is corrected: an answer takes time, and `Date` has seconds. */
const TOLERANCE = 60_000;

/** The time by the server, learned from what passes through a `fetch`. */
export interface ServerTime {
  readonly fetch: typeof globalThis.fetch;
  /** Returns ms since the epoch: the device's clock, corrected once an answer has shown that it is wrong. */
  now(): number;
}

/**
 * Returns a `fetch` that reads the `Date` of each answer, and the time that follows from it. A device whose clock is
 * hours ahead would otherwise hide free times. Each answer is revalidated by the server, so its `Date` is of now.
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

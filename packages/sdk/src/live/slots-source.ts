import { realTimers } from '../booking-flow/options.ts';
import type { Timers } from '../booking-flow/options.ts';
import { refuseSecretKey } from '../transport/refuse-secret-key.ts';

/** The part of a browser's `EventSource` that is used. */
export interface EventSourceLike {
  readonly readyState: number;
  addEventListener(type: string, listen: (event: { readonly data?: string }) => void): void;
  close(): void;
}

export interface SlotsSourceOptions {
  /** Origin that serves the API. */
  readonly baseUrl: string;
  /** `pk_…`, of a partner that lists this page's origin. */
  readonly publishableKey: string;
  /** Id or slug. */
  readonly coach: string;
  /** Replaces the browser's `EventSource`. */
  readonly connect?: ((url: string) => EventSourceLike) | undefined;
  readonly timers?: Timers | undefined;
  /** Returns a number from 0 to 1. */
  readonly random?: (() => number) | undefined;
}

/** `readyState` of a source that the browser gave up: the server refused, or another server answered. */
const CLOSED = 2;
/** Milliseconds before a refused source is opened again, at first and at most. */
const [FIRST, LONGEST] = [10_000, 300_000];

/**
 * Calls back with the dates (in the coach's zone, empty for any) whose slots were taken or freed elsewhere, by the
 * browser's own `EventSource`, which reconnects by itself and needs no preflight. `watchSlots` does the same over
 * `fetch` where there is none; here nothing is followed then. The returned function ends it.
 *
 * @throws SecretKeyInBrowserError when `publishableKey` is a secret key, which would be part of the URL.
 */
export function openSlotsSource(
  {
    baseUrl,
    publishableKey,
    coach,
    connect = globalThis.EventSource && ((url) => new EventSource(url)),
    timers = realTimers,
    random = Math.random,
  }: SlotsSourceOptions,
  changed: (dates: readonly string[]) => void,
): () => void {
  refuseSecretKey(publishableKey);
  if (!connect) return () => undefined;
  const query = new URLSearchParams({ key: publishableKey });
  const url = `${baseUrl.replace(/\/+$/, '')}/v1/coaches/${encodeURIComponent(coach)}/slots/stream?${query}`;
  let source: EventSourceLike;
  let waiting: unknown;
  let failures = 0;

  function open(): void {
    const mine = (source = connect(url));
    mine.addEventListener('slots', ({ data = '{}' }) => changed(JSON.parse(data).dates ?? []));
    mine.addEventListener('reset', () => changed([]));
    mine.addEventListener('open', () => {
      // A source that is opened again has no last event, so any change may have been missed.
      if (failures) changed([]);
      failures = 0;
    });
    mine.addEventListener('error', () => {
      if (mine.readyState !== CLOSED) return;
      waiting = timers.set(open, Math.min(FIRST * 2 ** failures, LONGEST) * (0.5 + random()));
      failures += 1;
    });
  }

  open();
  return () => {
    timers.clear(waiting);
    source.close();
  };
}

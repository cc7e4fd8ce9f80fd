import { realTimers } from '../booking-flow/options.ts';
import type { Timers } from '../booking-flow/options.ts';
import { CoachBookingError } from '../errors/coach-booking-error.ts';
import { eventParser } from './event-parser.ts';
import type { ServerEvent } from './event-parser.ts';
import type { LiveState, WatchHandlers } from './watching.ts';

export interface FollowPorts {
  readonly timers?: Timers;
  /** Returns a number from 0 to 1, so that clients which lost one server do not reconnect at the same time. */
  readonly random?: () => number;
}

/** A server sends a beat every 15 seconds; one without a beat for so long (ms) counts as gone. */
const SILENCE = 40_000;
/** Milliseconds before the first new attempt, and at most before any. */
const [FIRST, LONGEST] = [500, 30_000];

/** Opens the stream after an event; rejects with a `CoachBookingError` when it is refused. */
export type OpenStream = (lastEventId: string, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;

/**
 * Keeps a stream of server-sent events open until it is ended or refused. It reconnects after its last event: soon when
 * the server ended a stream that ran, else after a wait that doubles. A 401 is tried once more, since the transport may
 * have a new token by then.
 */
export function follow(
  open: OpenStream,
  lastEventId: string,
  { onEvent, onState, onRefused, signal }: WatchHandlers<ServerEvent>,
  { timers = realTimers, random = Math.random }: FollowPorts = {},
): () => void {
  const end = new AbortController();
  let last = lastEventId;
  let state: LiveState = 'connecting';
  let failures = 0;
  let unauthorized = 0;
  let waiting: unknown;

  function enter(next: LiveState): void {
    if (next === state || end.signal.aborted) return;
    state = next;
    onState?.(next);
  }

  /** Reads one connection to its end; false when it ended before any event. */
  async function run(): Promise<boolean> {
    const connection = new AbortController();
    const cut = () => connection.abort();
    end.signal.addEventListener('abort', cut);
    let silence: unknown;
    let isAlive = false;
    const heard = () => {
      timers.clear(silence);
      silence = timers.set(cut, SILENCE);
    };
    try {
      heard();
      const stream = await open(last, connection.signal);
      heard();
      enter('live');
      const parse = eventParser((event) => {
        last = event.id || last;
        isAlive = true;
        failures = unauthorized = 0;
        if (!end.signal.aborted) onEvent(event);
      });
      const reader = stream.getReader();
      // A stream that ignores the signal is ended all the same.
      connection.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
      const decoder = new TextDecoder();
      for (let chunk = await reader.read(); !chunk.done && !connection.signal.aborted; chunk = await reader.read()) {
        heard();
        parse(decoder.decode(chunk.value, { stream: true }));
      }
      return isAlive;
    } finally {
      timers.clear(silence);
      end.signal.removeEventListener('abort', cut);
      connection.abort();
    }
  }

  /** Opens the stream again after a random wait around `milliseconds`, and no sooner than after `atLeast`. */
  function again(milliseconds: number, atLeast = 0): void {
    if (!end.signal.aborted) waiting = timers.set(go, Math.max(milliseconds * (0.5 + random()), atLeast));
  }

  function failed(error: unknown): void {
    if (end.signal.aborted) return;
    const { status = 0, retryAfter = null } = error instanceof CoachBookingError ? error : {};
    if (status === 401) unauthorized += 1;
    if ((status === 401 && unauthorized > 1) || (status >= 400 && status < 500 && ![401, 408, 429].includes(status))) {
      stop();
      return onRefused?.(error);
    }
    enter('offline');
    again(Math.min(FIRST * 2 ** failures, LONGEST), (retryAfter ?? 0) * 1000);
    failures += 1;
  }

  function go(): void {
    run().then((wasAlive) => {
      if (!wasAlive) return failed(null);
      enter('connecting');
      again(FIRST);
    }, failed);
  }

  function stop(): void {
    timers.clear(waiting);
    end.abort();
    signal?.removeEventListener('abort', stop);
  }

  if (signal?.aborted) return stop;
  signal?.addEventListener('abort', stop);
  go();
  return stop;
}

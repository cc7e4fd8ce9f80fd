import { MAX_HINTS, type Feed, type Hint, type NumberedHint } from '../../domain/live/hint.ts';
import { HOUR } from '@coach-booking/time/units';
import type { Timers } from '../ports/timers.ts';
import type { Delivery, Listener } from './delivery.ts';

/** A watcher without a position has read a moment ago, while its page was loading. Milliseconds. */
const RECENT = 15_000;
/** A hold lasts minutes; a watcher that was away is notified of its expiry for so long afterwards. Milliseconds. */
const MAX_EXPIRED_AGE = HOUR;

const hintOf = ({ kind, dates }: Hint, seq: number): Delivery => ({ type: 'hint', seq, kind, dates });

/** One coach's feed as this process follows it, and its listeners. */
export class Channel {
  readonly listeners = new Set<Listener>();
  #seq: number;
  #hints: readonly NumberedHint[];
  /** Running holds and the function that cancels each one's timer. */
  readonly #ends = new Map<string, () => void>();
  readonly #timers: Timers;
  readonly #realNow: () => number;

  constructor({ seq, hints }: Feed, timers: Timers, realNow: () => number) {
    this.#seq = seq;
    this.#hints = hints;
    this.#timers = timers;
    this.#realNow = realNow;
    this.#watchHolds(hints);
  }

  get seq(): number {
    return this.#seq;
  }

  /** Takes the stored feed; listeners receive each hint once, in order, or a reset. */
  take(feed: Feed): void {
    const isWhole = feed.seq > this.#seq && feed.seq - feed.hints.length === this.#seq;
    this.#hints = (isWhole ? [...this.#hints, ...feed.hints] : feed.hints).slice(-MAX_HINTS);
    this.#seq = feed.seq;
    this.#watchHolds(feed.hints);
    if (isWhole) for (const hint of feed.hints) this.deliver(hintOf(hint, hint.seq));
    else this.deliver({ type: 'reset', seq: feed.seq });
  }

  deliver(delivery: Delivery): void {
    for (const listener of [...this.listeners]) listener(delivery);
  }

  heartbeat(): void {
    this.deliver({ type: 'beat', seq: this.#seq });
  }

  /**
   * Returns what a watcher at position `after` has missed; null is a new watcher. Never empty: the last delivery is the
   * present position.
   */
  missedSince(after: number | null): Delivery[] {
    const here: Delivery = { type: 'beat', seq: this.#seq };
    if (after === null) return [...this.#justNow(), here];
    if (after > this.#seq || after < this.#seq - this.#hints.length) return [{ type: 'reset', seq: this.#seq }];
    const missed = this.#hints.filter(({ seq }) => seq > after).map((hint) => hintOf(hint, hint.seq));
    return [...this.#ranOut(after, MAX_EXPIRED_AGE), ...missed, here];
  }

  close(): void {
    for (const callOff of this.#ends.values()) callOff();
    this.#ends.clear();
  }

  #justNow(): Delivery[] {
    const since = this.#realNow() - RECENT;
    const late = this.#hints.filter(({ at }) => at >= since).map((hint) => hintOf(hint, hint.seq));
    return [...late, ...this.#ranOut(this.#seq, RECENT)];
  }

  /**
   * Returns the holds published up to `after` that expired within the last `milliseconds` and were not ended before.
   */
  #ranOut(after: number, milliseconds: number): Delivery[] {
    const running = new Map<string, NumberedHint>();
    for (const hint of this.#hints) {
      if (hint.holdId === undefined) continue;
      running.delete(hint.holdId);
      if (hint.until !== undefined && hint.seq <= after) running.set(hint.holdId, hint);
    }
    const now = this.#realNow();
    const over = [...running.values()].filter(({ until = 0 }) => until <= now && until > now - milliseconds);
    return over.map((hint) => hintOf(hint, after));
  }

  /** No write marks a hold's expiry, so it is timed here; a later hint of the hold cancels the timer. */
  #watchHolds(hints: readonly Hint[]): void {
    for (const hint of hints) {
      const { holdId, until } = hint;
      if (holdId === undefined) continue;
      this.#ends.get(holdId)?.();
      this.#ends.delete(holdId);
      const left = (until ?? 0) - this.#realNow();
      if (left <= 0) continue;
      const end = () => {
        this.#ends.delete(holdId);
        this.deliver(hintOf(hint, this.#seq));
      };
      this.#ends.set(holdId, this.#timers.after(left, end));
    }
  }
}

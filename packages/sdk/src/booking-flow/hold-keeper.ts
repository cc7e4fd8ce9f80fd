import type { Hold } from '../schemas.ts';
import type { InputOf } from '../transport/operation-types.ts';
import { idempotencyKey } from '../transport/idempotency-key.ts';
import type { BookingClient, Timers } from './options.ts';
import type { HeldSlot } from './state.ts';
import { isUnresolved } from './unresolved.ts';

/** Milliseconds of a hold. */
const KEPT_FOR = 5 * 60_000;

/**
 * Holds one slot at a time: creates, extends, releases and times the hold. Calls are sent one after the other, so that
 * a slot that is left and chosen again is never refused because of the hold that is being released.
 *
 * Time is counted by this device's clock alone: five minutes from the answer. Visitors' clocks are wrong by hours, and
 * partners test with clocks of their own; the server's `expiresAt` only counts for the difference of an extension.
 */
export class HoldKeeper {
  #timer: unknown;
  #turn = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #unresolved = { start: '', key: '' };
  #client: BookingClient;
  #clock: () => number;
  #timers: Timers;
  #expired: () => void;

  constructor(client: BookingClient, clock: () => number, timers: Timers, expired: () => void) {
    this.#client = client;
    this.#clock = clock;
    this.#timers = timers;
    this.#expired = expired;
  }

  /**
   * Holds a slot, and releases an earlier hold first. Resolves to null when the visitor left the slot meanwhile; a hold
   * that is answered too late is released. A second call for the same start after a failure with an unknown outcome
   * sends the same idempotency key.
   */
  place(input: InputOf<'createHold'>, earlier: HeldSlot | null = null): Promise<HeldSlot | null> {
    this.leave();
    const mine = this.#turn;
    return this.#next(async () => {
      if (mine !== this.#turn) return null;
      if (earlier) await this.#giveBack(earlier);
      const { start } = input;
      const key = this.#unresolved.start === start ? this.#unresolved.key : idempotencyKey();
      this.#unresolved.start = '';
      try {
        const answer = await this.#client.createHold(input, { idempotencyKey: key });
        const hold = heldSlot(answer, this.#clock() + KEPT_FOR, false);
        if (mine === this.#turn) return this.time(hold);
        await this.#giveBack(hold);
      } catch (error) {
        if (isUnresolved(error)) this.#unresolved = { start, key };
        if (mine === this.#turn) throw error;
      }
      return null;
    });
  }

  /** Extends the hold by five minutes, once. */
  extend({ id, token, expiresAt, endsAt }: HeldSlot): Promise<HeldSlot | null> {
    const mine = this.#turn;
    return this.#next(async () => {
      const answer = await this.#client.extendHold({ id, holdToken: token });
      const added = Date.parse(answer.expiresAt) - Date.parse(expiresAt);
      return mine === this.#turn ? this.time(heldSlot(answer, endsAt + added, true)) : null;
    });
  }

  /** Releases a hold; a failure has no effect, since the hold ends by itself. */
  release(hold: HeldSlot | null): void {
    this.leave();
    if (hold) void this.#next(() => this.#giveBack(hold));
  }

  /** Resolves once no call is under way. */
  idle(): Promise<unknown> {
    return this.#queue;
  }

  /** Ends the timer; answers that arrive later count as too late. */
  leave(): void {
    this.#turn++;
    this.#timers.clear(this.#timer);
  }

  /** Calls `expired` when the hold runs out. */
  time(hold: HeldSlot): HeldSlot {
    this.#timers.clear(this.#timer);
    this.#timer = this.#timers.set(this.#expired, hold.endsAt - this.#clock());
    return hold;
  }

  async #giveBack({ id, token }: HeldSlot): Promise<void> {
    await this.#client.releaseHold({ id, holdToken: token }).catch(() => undefined);
  }

  #next<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#queue.then(run);
    this.#queue = next.catch(() => undefined);
    return next;
  }
}

function heldSlot({ id, holdToken, expiresAt }: Hold, endsAt: number, extended: boolean): HeldSlot {
  return { id, token: holdToken, expiresAt, endsAt, extended };
}

import type { Hold } from '../schemas.ts';
import type { InputOf } from '../transport/operation-types.ts';
import { idempotencyKey } from '../transport/idempotency-key.ts';
import type { BookingClient, Timers } from './options.ts';
import type { HeldSlot } from './state.ts';
import { isUnresolved } from './unresolved.ts';

/** Milliseconds that the server keeps a slot. */
const KEPT_FOR = 5 * 60_000;

/**
 * One hold at a time: placed, extended, given back, timed. Calls go out one after the other, so that a slot left and
 * chosen again is never refused by the hold that is just being given back.
 *
 * Time is counted by this device's clock alone: five minutes from the answer. Visitors' clocks are wrong by hours, and
 * partners test with clocks of their own; the server's `expiresAt` only counts for how much an extension added.
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
   * Holds a slot, giving an earlier hold back first. Answers null when it was left in the meantime; what came too late
   * is given back. Asked again for the same start after a failure that left it open, it sends the same idempotency key.
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

  /** Five more minutes, once. */
  extend({ id, token, expiresAt, endsAt }: HeldSlot): Promise<HeldSlot | null> {
    const mine = this.#turn;
    return this.#next(async () => {
      const answer = await this.#client.extendHold({ id, holdToken: token });
      const added = Date.parse(answer.expiresAt) - Date.parse(expiresAt);
      return mine === this.#turn ? this.time(heldSlot(answer, endsAt + added, true)) : null;
    });
  }

  /** Gives a hold back; a failure is no matter, since it runs out by itself. */
  release(hold: HeldSlot | null): void {
    this.leave();
    if (hold) void this.#next(() => this.#giveBack(hold));
  }

  /** Resolves once nothing is under way. */
  idle(): Promise<unknown> {
    return this.#queue;
  }

  /** Ends the timing, and makes answers that are still to come count as too late. */
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

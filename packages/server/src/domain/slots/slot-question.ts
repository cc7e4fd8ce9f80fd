import type { Instant } from '@coach-booking/time/instant';
import type { CompiledPlan } from '../availability/compile.ts';

/** Time that a booking or a hold has taken. Instants. */
export interface Occupied {
  readonly start: Instant;
  readonly end: Instant;
  /** The session with its own buffers, as it was claimed. */
  readonly paddedStart: Instant;
  readonly paddedEnd: Instant;
  readonly kind: 'booking' | 'hold';
  readonly ownerId?: string;
}

/** The kind of session to search for. Minutes. */
export interface SlotRules {
  readonly duration: number;
  /** Between two starts; the schedule's when absent. */
  readonly interval?: number;
  /** In place of the schedule's. */
  readonly bufferBefore?: number;
  readonly bufferAfter?: number;
}

/** One start, with the plan and the clock. */
export interface StartQuestion {
  readonly plan: CompiledPlan;
  readonly rules: SlotRules;
  /** In any order, overlapping or not. A caller that moves a booking leaves its own out. */
  readonly occupied: readonly Occupied[];
  readonly now: Instant;
}

/** A search for sessions that start in [from, to). Instants. */
export interface SlotQuestion extends StartQuestion {
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The reason why a range cannot be booked. `notice` is everything before the earliest start (the past, the minimum
 * notice, the day itself without same-day booking), `buffer` is time beside a session that must stay free.
 */
export type BlockCode =
  | 'outside_hours'
  | 'break'
  | 'time_off'
  | 'buffer'
  | 'notice'
  | 'window'
  | 'booked'
  | 'held'
  | 'external_busy'
  | 'source_stale';

/** The reason why a start cannot be booked. */
export type RefusalCode = BlockCode | 'past' | 'off_grid';

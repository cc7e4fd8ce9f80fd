import { availabilityBetween } from '../availability/availability.ts';
import type { CompiledPlan } from '../availability/compile.ts';
import { earliest, type Instant } from '@coach-booking/time/instant';
import { intersect, merge, subtract, type Range } from '@coach-booking/time/range';

/** A visitor's hold, as the coach's book of holds lists it. Instants are of the clock of the rules. */
export interface VisitorHold {
  readonly id: string;
  /** Of the visitor's address. */
  readonly mark: string;
  readonly start: Instant;
  readonly end: Instant;
  /** The coach's date on which it starts. */
  readonly date: string;
  /** Milliseconds of the coach's time that it blocks for others, buffers too. */
  readonly keeps: number;
  readonly expiresAt: Instant;
  /** The ledgers that have its claims. */
  readonly ledgers: readonly string[];
}

export interface HoldLimits {
  /** Live holds of one address. */
  readonly perAddress: number;
  /** Live holds of all visitors together, on any date. */
  readonly inAll: number;
  /** Milliseconds that all visitors together may hold on the date of the hold. */
  readonly onDate: number;
}

export type HoldAdmission =
  | { readonly admitted: true; readonly holds: readonly VisitorHold[]; readonly replaced: readonly VisitorHold[] }
  /** `until`: when the first of the blocking holds expires. */
  | { readonly admitted: false; readonly until: Instant };

/**
 * Share of the free time of a date. A hold blocks up to twice its length for other starts, so with a fifth more than
 * half of a date stays open.
 */
export const HELD_SHARE = 0.2;

/** Returns half of the places without a booking, and at least one. R5. */
export function holdsInAll(capacity: number | null, booked: number): number {
  return capacity === null ? Infinity : Math.max(1, Math.floor((capacity - booked) / 2));
}

/** Returns the milliseconds of a range in which the coach works and nothing is booked. `booked` in any order. */
export function freeTimeIn(plan: CompiledPlan, stretch: Range<Instant>, booked: readonly Range<Instant>[]): number {
  const works = intersect(availabilityBetween(plan, stretch.start, stretch.end).free, [stretch]);
  return subtract(works, merge(booked)).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Returns the holds that leave no room beside these. */
const blockingHolds = (
  kept: readonly VisitorHold[],
  wanted: VisitorHold,
  { inAll, onDate }: HoldLimits,
): readonly VisitorHold[] => {
  if (kept.length >= inAll) return kept;
  const sameDate = kept.filter(({ date }) => date === wanted.date);
  const keptThere = sameDate.reduce((sum, { keeps }) => sum + keeps, 0);
  return keptThere > 0 && keptThere + wanted.keeps > onDate ? sameDate : [];
};

/**
 * Returns whether visitors may hold this time too, and which holds of the same address are replaced by it, oldest
 * first: those over its number, and as many as leave room, since a visitor's own holds do not block them. The first
 * hold of a coach is never refused. R5. Holds are in the order in which they were made.
 */
export function admitHold(
  holds: readonly VisitorHold[],
  wanted: VisitorHold,
  limits: HoldLimits,
  now: Instant,
): HoldAdmission {
  const live = holds.filter(({ id, expiresAt }) => expiresAt > now && id !== wanted.id);
  const own = live.filter(({ mark }) => mark === wanted.mark);
  for (let go = Math.max(0, own.length + 1 - limits.perAddress); go <= own.length; go++) {
    const replaced = own.slice(0, go);
    const kept = live.filter((hold) => !replaced.includes(hold));
    if (blockingHolds(kept, wanted, limits).length === 0) return { admitted: true, holds: [...kept, wanted], replaced };
  }
  const others = live.filter(({ mark }) => mark !== wanted.mark);
  return {
    admitted: false,
    until: earliest(...blockingHolds(others, wanted, limits).map(({ expiresAt }) => expiresAt)),
  };
}

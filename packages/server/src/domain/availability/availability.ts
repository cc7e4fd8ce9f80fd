import type { Instant } from '@coach-booking/time/instant';
import { merge, subtract, type Range } from '@coach-booking/time/range';
import { localDayOf } from '@coach-booking/time/zone';
import type { CompiledPlan } from './compile.ts';
import { breakRanges, workingRanges } from './working-hours.ts';

/** The availability of a plan in a range. Instants; whole days, so somewhat more than was requested. */
export interface Availability {
  /** The working ranges of each date: they carry the grid. */
  readonly grid: readonly Range<Instant>[];
  /** The same merged over midnight, ordered and disjoint. */
  readonly hours: readonly Range<Instant>[];
  readonly breaks: readonly Range<Instant>[];
  /** Hours without breaks, time off and external busy, ordered and disjoint. */
  readonly free: readonly Range<Instant>[];
}

/**
 * Everything that a session which touches [from, to) can meet. Two days more before it, since the hours of a day may
 * run on past midnight, and a clock change may move them further; one after it for the latter.
 */
export function availabilityBetween(plan: CompiledPlan, from: Instant, to: Instant): Availability {
  const days = { first: localDayOf(plan.zone, from) - 2, last: localDayOf(plan.zone, to) + 1 };
  const grid = workingRanges(plan, days);
  const hours = merge(grid);
  const breaks = breakRanges(plan, days);
  return { grid, hours, breaks, free: subtract(subtract(hours, breaks), plan.cuts) };
}

import { availabilityBetween } from '../availability/availability.ts';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { overlapsAny, type Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import { blocksOf, type Blocks } from './blocks.ts';
import { refusalOf } from './check-start.ts';
import { listStarts } from './list-starts.ts';
import type { RefusalCode, SlotQuestion } from './slot-question.ts';
import { gridStarts } from './sweep.ts';

export type SlotStatus = 'available' | 'booked' | 'unavailable' | 'break';

/** A start on the grid and its status; `code` is why it is not available. Instants. */
export interface GridStatus extends Range<Instant> {
  readonly status: SlotStatus;
  readonly code?: RefusalCode;
}

/**
 * Returns every start in [from, to) that the working ranges put on the grid, blocked or not, except one too near their
 * end to fit.
 */
export function gridBetween({ plan, rules, from, to }: SlotQuestion): Float64Array {
  const interval = (rules.interval ?? plan.schedule.slotInterval) * MINUTE;
  return from < to ? gridStarts(availabilityBetween(plan, from, to).grid, from, to, interval) : new Float64Array();
}

/**
 * Returns the status: a break takes precedence over a booking in it, a booking over any other reason; a hold shows as
 * booked, its code is `held`.
 */
const statusOf = (blocks: Blocks, session: Range<Instant>, now: Instant): GridStatus => {
  if (overlapsAny(blocks.break, session)) return { ...session, status: 'break', code: 'break' };
  if (overlapsAny(blocks.booked, session)) return { ...session, status: 'booked', code: 'booked' };
  if (overlapsAny(blocks.held, session)) return { ...session, status: 'booked', code: 'held' };
  return { ...session, status: 'unavailable', code: refusalOf(blocks, session, now) };
};

/**
 * Returns every start on the grid in [from, to) with its status, ascending. Exactly those that `listStarts` returns are
 * available.
 */
export function gridStatuses(question: SlotQuestion): GridStatus[] {
  const grid = gridBetween(question);
  if (grid.length === 0) return [];
  const offered = new Set(listStarts(question));
  const blocks = blocksOf(question);
  return Array.from(grid, instant).map((start) => {
    const session = { start, end: plus(start, question.rules.duration * MINUTE) };
    return offered.has(start) ? { ...session, status: 'available' } : statusOf(blocks, session, question.now);
  });
}

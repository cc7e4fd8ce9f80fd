import { availabilityBetween } from '../availability/availability.ts';
import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { intersect, subtract, type Range } from '@coach-booking/time/range';
import { blocksOf, rangesOf } from './blocks.ts';
import { buffersOf, busyAround } from './busy.ts';
import { startLimits } from './limits.ts';
import type { BlockCode, SlotQuestion } from './slot-question.ts';

/** A range that cannot be booked, and the first reason why. */
export interface Blocked extends Range<Instant> {
  readonly code: BlockCode;
}

/** Of several reasons the first is returned: permanent ones before those of this week, and the clock last. */
const ORDER: readonly BlockCode[] = [
  'outside_hours',
  'break',
  'booked',
  'held',
  'time_off',
  'external_busy',
  'source_stale',
  'buffer',
  'notice',
  'window',
];

/** Returns the blocked ranges of [from, to) in order. With `freeRanges` they tile it: no overlap, no gap. */
export function explain(question: SlotQuestion): Blocked[] {
  if (question.from >= question.to) return [];
  const blocks = blocksOf(question);
  const blocked: Blocked[] = [];
  let rest: readonly Range<Instant>[] = [{ start: question.from, end: question.to }];
  for (const code of ORDER) {
    for (const range of intersect(rest, blocks[code])) blocked.push({ ...range, code });
    rest = subtract(rest, blocks[code]);
  }
  return blocked.sort((a, b) => a.start - b.start);
}

/**
 * Returns the ranges of [from, to) in which a session may lie, ordered and disjoint. A session that starts inside may
 * run past `to`, and past the end of the booking window, for both are about starts.
 */
export function freeRanges(question: SlotQuestion): readonly Range<Instant>[] {
  const { plan, occupied, now } = question;
  const limits = startLimits(plan, now);
  const from = latest(question.from, limits.earliest);
  const to = earliest(question.to, limits.end);
  if (from >= to || plan.externalStale) return [];
  const { free } = availabilityBetween(plan, from, to);
  return intersect(subtract(free, rangesOf(busyAround(occupied, buffersOf(question), from, to))), [
    { start: from, end: to },
  ]);
}

import { utcDays } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { SlotRules } from '../../domain/slots/slot-question.ts';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { startOfDay, startOfLocalDay, zoneOf } from '@coach-booking/time/zone';
import { instantOf } from './instants.ts';
import { Refusal } from './refusal.ts';

/** Instants in epoch ms, half-open. */
export interface InstantRange {
  readonly from: Instant;
  readonly to: Instant;
}

/** Two plain dates, both inclusive, or two instants, half-open, as the API takes them. */
export interface RangeBounds {
  readonly from: string;
  readonly to: string;
}

export const MAX_RANGE_DAYS = 92;

/** More than any zone's offset from UTC. */
const FARTHEST_ZONE = 14 * 60 * MINUTE;
/** With an hour more for a clock change. */
const MAX_RANGE = MAX_RANGE_DAYS * DAY + 60 * MINUTE;
/** In these years the days around a range have dates too. */
const FIRST = epochDay('0001-01-01') * DAY;
const LAST = epochDay('9999-01-01') * DAY;

/**
 * Validates the bounds. Throws RANGE_INVALID when they are of two kinds or in no order, RANGE_TOO_LONG over 92 days.
 */
export function checkBounds({ from, to }: RangeBounds): void {
  if (isPlainDate(from) !== isPlainDate(to))
    throw new Refusal('RANGE_INVALID', 'from and to must both be plain dates or both be instants.');
  const { from: start, to: end } = spanInZone({ from, to }, 'UTC');
  if (!(start < end && FIRST <= start && end <= LAST))
    throw new Refusal('RANGE_INVALID', `from ${from} must lie before to ${to}.`);
  if (end - start > MAX_RANGE)
    throw new Refusal('RANGE_TOO_LONG', `At most ${MAX_RANGE_DAYS} days can be asked for at once.`);
}

const spanInZone = ({ from, to }: RangeBounds, timeZone: string): InstantRange => {
  if (!isPlainDate(from) || !isPlainDate(to)) return { from: instantOf(from), to: instantOf(to) };
  const zone = zoneOf(timeZone);
  return { from: startOfDay(zone, from), to: startOfLocalDay(zone, epochDay(to) + 1) };
};

/** Returns the instants that the bounds mean in the coach's zone. */
export function rangeOf(edges: RangeBounds, head: CoachHead): InstantRange {
  return spanInZone(edges, head.schedule.timeZone);
}

/** Returns a range that contains the bounds in every zone. */
export function widestRange({ from, to }: RangeBounds): InstantRange {
  return isPlainDate(from) && isPlainDate(to)
    ? { from: instant(epochDay(from) * DAY - FARTHEST_ZONE), to: instant((epochDay(to) + 1) * DAY + FARTHEST_ZONE) }
    : { from: instantOf(from), to: instantOf(to) };
}

/**
 * Returns the days of a range and one at both sides, which hold everything that overlaps it, unless sessions or buffers
 * are very long.
 */
export function paddedDays({ from, to }: InstantRange): string[] {
  return utcDays(minus(from, DAY), plus(to, DAY));
}

/** Returns the UTC days whose ledgers can hold a claim that overlaps a session which starts in the range. */
export function daysAround(
  { from, to }: InstantRange,
  { duration, bufferBefore, bufferAfter }: Required<SlotRules>,
): string[] {
  return utcDays(minus(from, bufferBefore * MINUTE), plus(to, (duration + bufferAfter) * MINUTE));
}

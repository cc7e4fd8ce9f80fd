import { dateOf, utcOf } from '@coach-booking/time/dates';
import { DAY } from '@coach-booking/time/units';
import { zoneOffset } from '../zones/zone-offset.ts';

/** Returns the plain date (`YYYY-MM-DD`) of an instant (milliseconds) in a zone. */
export function plainDate(instant: number, timeZone: string): string {
  return dateOf(instant + zoneOffset(timeZone, instant));
}

/**
 * Returns the instant (milliseconds) at which a plain date, or a month (`YYYY-MM`), begins in a zone. Where the clocks
 * skip midnight, the first instant after the gap; where midnight occurs twice, the first (RFC 5545, Temporal's
 * `compatible`).
 */
export function startOfDate(date: string, timeZone: string): number {
  const midnight = +utcOf(date);
  const at = (near: number) => midnight - zoneOffset(timeZone, near);
  const isMidnight = (instant: number) => at(instant) === instant;
  const [before, after] = [at(midnight - DAY), at(midnight + DAY)];
  return isMidnight(after) && !isMidnight(before) ? after : before;
}

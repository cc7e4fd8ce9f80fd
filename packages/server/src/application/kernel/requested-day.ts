import type { Instant } from '@coach-booking/time/instant';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { localDayOf, type Zone } from '@coach-booking/time/zone';
import { Refusal } from './refusal.ts';
import { refuseInput } from './scope.ts';

/** In these years the days around each day have dates too. */
const FIRST = epochDay('0001-01-01');
const LAST = epochDay('9999-01-01');

/** Returns an epoch day that has a date, as have all days around it. Throws RANGE_INVALID. */
export function datable(day: number): number {
  if (!(day >= FIRST && day <= LAST)) throw new Refusal('RANGE_INVALID', 'Only the years 1 to 9998 can be asked for.');
  return day;
}

/**
 * Returns the local epoch day of a date that was sent, or of `now` (epoch ms). Throws INVALID_REQUEST, RANGE_INVALID.
 */
export function requestedDay(zone: Zone, now: Instant, date: string | undefined, path = 'date'): number {
  if (date !== undefined && !isPlainDate(date)) refuseInput(path, 'Must be a date.');
  return datable(date === undefined ? localDayOf(zone, now) : epochDay(date));
}

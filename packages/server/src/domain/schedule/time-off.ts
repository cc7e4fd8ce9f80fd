import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { epochDay, weekdayOfEpochDay } from '@coach-booking/time/plain-date';
import { overlaps, type Range } from '@coach-booking/time/range';
import { DAY } from '@coach-booking/time/units';
import { localDayOf, localOf, toInstant, zoneOf } from '@coach-booking/time/zone';
import type { TimeOff } from './schedule.ts';

/** The most days from the first start to the last one. */
export const MAX_REPEAT_DAYS = 732;
/** Each has to be expanded with the head, so there are few. */
export const MAX_REPEATED = 20;

/** Returns the number of the week of an epoch day; weeks begin on Monday. */
const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/**
 * Returns the times of an absence that overlap a range, in order: one, or of one that repeats each on its date, at the
 * wall-clock times of the first. A time that the clocks skip is read as everywhere (`toInstant`).
 */
export function occurrencesIn({ start, end, repeat }: TimeOff, within: Range<Instant>): readonly Range<Instant>[] {
  if (!repeat) return [{ start, end }].filter((range) => overlaps(range, within));
  const zone = zoneOf(repeat.timeZone);
  const [first, from, to] = [localDayOf(zone, start), localOf(zone, start).minutes, localOf(zone, end).minutes];
  const days = localDayOf(zone, end) - first;
  const last = Math.min(epochDay(repeat.until), first + MAX_REPEAT_DAYS, dayIn(within.end));
  const weekdays = new Set(repeat.weekdays);
  const leftOut = new Set(repeat.except?.map(epochDay));
  const found: Range<Instant>[] = [];
  for (let day = Math.max(first, dayIn(within.start) - days - 2); day <= last; day++) {
    if (
      leftOut.has(day) ||
      !weekdays.has(weekdayOfEpochDay(day)) ||
      (weekOf(day) - weekOf(first)) % repeat.everyWeeks !== 0
    )
      continue;
    const range =
      day === first ? { start, end } : { start: toInstant(zone, day, from), end: toInstant(zone, day + days, to) };
    if (range.start < range.end && overlaps(range, within)) found.push(range);
  }
  return found;
}

/** Returns the last epoch day that an instant can have in any zone; the first is two days before. */
const dayIn = (at: Instant): number => Math.floor(at / DAY) + 1;

/** Returns the range from the first start to the last end, or a little beyond. */
export function spanOf({ start, end, repeat }: Pick<TimeOff, 'start' | 'end' | 'repeat'>): Range<Instant> {
  if (!repeat) return { start, end };
  const zone = zoneOf(repeat.timeZone);
  const days = localDayOf(zone, end) - localDayOf(zone, start);
  const last = Math.min(epochDay(repeat.until), localDayOf(zone, start) + MAX_REPEAT_DAYS);
  return { start, end: latest(end, toInstant(zone, last + days, localOf(zone, end).minutes)) };
}

/** Returns every time of an absence. */
export function occurrencesOf(timeOff: TimeOff): readonly Range<Instant>[] {
  const { start, end } = spanOf(timeOff);
  return occurrencesIn(timeOff, { start: earliest(start, timeOff.start), end });
}

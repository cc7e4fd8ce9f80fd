import type { DaySpan } from '../availability/working-hours.ts';
import { datesWithin, monthAround, weekStartOf, type DateSpan } from '@coach-booking/time/calendar';
import type { Instant } from '@coach-booking/time/instant';
import { epochDay, fromEpochDay, plainDate, type PlainDate, type Weekday } from '@coach-booking/time/plain-date';
import type { Range } from '@coach-booking/time/range';
import { startOfLocalDay, type Zone } from '@coach-booking/time/zone';

const daySpan = ({ from, to }: DateSpan): DaySpan => ({ first: epochDay(from), last: epochDay(to) });

/** Returns the days of a month. Month is 1–12, year 0–9998. */
export function monthSpan(year: number, month: number): DaySpan {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
  return daySpan(monthAround(plainDate(first)));
}

/** Returns the seven days that contain the day, beginning with the weekday that weeks start on. */
export function weekSpan(day: number, weekStart: Weekday): DaySpan {
  const first = epochDay(weekStartOf(fromEpochDay(day), weekStart));
  return { first, last: first + 6 };
}

export function daysOf({ first, last }: DaySpan): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export function datesOf({ first, last }: DaySpan): PlainDate[] {
  return datesWithin({ from: fromEpochDay(first), to: fromEpochDay(last) });
}

/** Returns the instants of these days in a zone, half-open: a day may have 23 hours or 25, and begin at one o'clock. */
export function instantsOf(zone: Zone, { first, last }: DaySpan): Range<Instant> {
  return {
    start: startOfLocalDay(zone, first),
    end: startOfLocalDay(zone, last + 1),
  };
}

import { plainDate, type PlainDate, type Weekday } from './plain-date.ts';
import { DAY } from './units.ts';

/** A month without a zone, `YYYY-MM`; the first seven letters of its dates. */
export type PlainMonth = `${number}-${number}`;

/** Dates, both inclusive. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/**
 * Returns midnight UTC of a date or of a month's first, as which ECMAScript reads texts without a time: for formatting
 * in UTC. Only UTC getters may read it.
 */
export function utcOf(date: string): Date {
  return new Date(date);
}

/** Returns the date that UTC shows at these epoch milliseconds. */
export function dateOf(milliseconds: number): PlainDate {
  return plainDate(new Date(milliseconds).toISOString().slice(0, 10));
}

export function monthOf(date: string): PlainMonth {
  return date.slice(0, 7) as PlainMonth;
}

export function weekdayOf(date: string): Weekday {
  return utcOf(date).getUTCDay() as Weekday;
}

/** Returns the date so many days later, or earlier when negative. */
export function addDays(date: string, days: number): PlainDate {
  return dateOf(+utcOf(date) + days * DAY);
}

/** Returns the month so many months later, or earlier when negative. */
export function shiftMonth(month: string, months: number): PlainMonth {
  const first = utcOf(month);
  return monthOf(dateOf(first.setUTCMonth(first.getUTCMonth() + months)));
}

/** Returns how many days lie between two dates; negative when `to` is the earlier one. */
export function daysBetween(from: string, to: string): number {
  return (+utcOf(to) - +utcOf(from)) / DAY;
}

/** Returns how many days a month has. */
export function daysIn(month: string): number {
  return daysBetween(month, shiftMonth(month, 1));
}

/** Returns the same day of a month that is so many months away, or the last day of a shorter one. */
export function addMonths(date: string, months: number): PlainDate {
  const month = shiftMonth(monthOf(date), months);
  return plainDate(`${month}-${`${Math.min(+date.slice(8), daysIn(month))}`.padStart(2, '0')}`);
}

/** Returns the first day of the week that contains the date. `weekStart`: 0 is Sunday. */
export function startOfWeek(date: string, weekStart: number): PlainDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
}

/** Returns every date of a range, in order. */
export function datesOf({ from, to }: DateRange): PlainDate[] {
  return Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, n) => addDays(from, n));
}

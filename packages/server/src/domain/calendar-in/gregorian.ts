import { weekdayOfEpochDay, type Weekday } from '@coach-booking/time/plain-date';
import { DAY } from '@coach-booking/time/units';

// Days as numbers since 1970-01-01, since rules ask for thousands of them.

/** Returns the epoch day of the n-th day of a month, 1–12; months and days that exceed count on. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / DAY;
}

export interface DateParts {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

export function partsOf(day: number): DateParts {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 0) - dayNumber(year, month, 0);
}

/** Returns the first day of the week that contains the day. */
export function weekBegin(day: number, weekStart: Weekday): number {
  return day - ((weekdayOfEpochDay(day) - weekStart + 7) % 7);
}

/** Returns the first day of the first week of a year: the first with four of its days. */
export function firstWeek(year: number, weekStart: Weekday): number {
  return weekBegin(dayNumber(year, 1, 4), weekStart);
}

/** Returns the year that the week of this day counts to. */
export function weekYear(day: number, weekStart: Weekday): number {
  return partsOf(weekBegin(day, weekStart) + 3).year;
}

import { UTCDateMini } from '@date-fns/utc/date/mini';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { eachDayOfInterval } from 'date-fns/eachDayOfInterval';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfWeek } from 'date-fns/startOfWeek';
import { dateOf } from './dates.ts';
import type { PlainDate, Weekday } from './plain-date.ts';

// Calendar arithmetic for processes that do not count bytes. A UTCDate has no zone but UTC, so nothing here can ask the
// machine's (R21). What browsers carry as well is in dates.ts.

/** Plain dates, both inclusive. */
export interface DateSpan {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const utc = (date: PlainDate) => new UTCDateMini(date);

/** Returns the month that contains the date, from its first day to its last. */
export function monthAround(date: PlainDate): DateSpan {
  return { from: dateOf(+startOfMonth(utc(date))), to: dateOf(+lastDayOfMonth(utc(date))) };
}

/** Returns the first day of the week that contains the date. */
export function weekStartOf(date: PlainDate, weekStart: Weekday): PlainDate {
  return dateOf(+startOfWeek(utc(date), { weekStartsOn: weekStart }));
}

/** Returns how many dates a span has; less than one when it is reversed. */
export function lengthOf({ from, to }: DateSpan): number {
  return differenceInCalendarDays(utc(to), utc(from)) + 1;
}

/** Returns every date of a span, in order; none when it is reversed. */
export function datesWithin(span: DateSpan): PlainDate[] {
  if (lengthOf(span) < 1) return [];
  return eachDayOfInterval({ start: utc(span.from), end: utc(span.to) }).map((day) => dateOf(+day));
}

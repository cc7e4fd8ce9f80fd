import { addDays, addMonths, daysIn, monthOf, startOfWeek } from '@coach-booking/time/dates';
import type { CalendarView } from './state.ts';

/** Plain dates, both inclusive. */
export interface PlainRange {
  readonly from: string;
  readonly to: string;
}

/**
 * Returns whether a text is a plain date that a calendar can show: from 1970 to 9997, so that its neighbours are dates
 * too.
 */
export function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && Date.parse(text) > 0 && text < '9998' && addDays(text, 0) === text;
}

/** Returns the range that a view shows around a date; of a month whole weeks. `weekStart`: 0 is Sunday. */
export function rangeOf(view: CalendarView, date: string, weekStart: number): PlainRange {
  if (view === 'day') return { from: date, to: date };
  if (view === 'three_days') return { from: date, to: addDays(date, 2) };
  const month = monthOf(date);
  const [first, last] = view === 'month' ? [`${month}-01`, `${month}-${daysIn(month)}`] : [date, date];
  return { from: startOfWeek(first, weekStart), to: addDays(startOfWeek(last, weekStart), 6) };
}

/** Returns the date of the view after (1) or before (-1) this one; in a shorter month its last. */
export function stepped(view: CalendarView, date: string, by: 1 | -1): string {
  return view === 'month'
    ? addMonths(date, by)
    : addDays(date, by * (view === 'day' ? 1 : view === 'three_days' ? 3 : 7));
}

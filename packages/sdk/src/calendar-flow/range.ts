import { addDays, nextMonth } from '../slots-picker/visitor-time.ts';
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

/** Returns what a view shows around a date; of a month whole weeks. `weekStart`: 0 is Sunday. */
export function rangeOf(view: CalendarView, date: string, weekStart: number): PlainRange {
  if (view === 'day') return { from: date, to: date };
  const weekOf = (one: string) => addDays(one, -((new Date(one).getUTCDay() - weekStart + 7) % 7));
  const month = date.slice(0, 7);
  const [first, last] = view === 'month' ? [`${month}-01`, lastOf(month)] : [date, date];
  return { from: weekOf(first), to: addDays(weekOf(last), 6) };
}

/** Returns the date around which the view after (1) or before (-1) this one lies; in a shorter month its last. */
export function stepped(view: CalendarView, date: string, by: 1 | -1): string {
  if (view !== 'month') return addDays(date, view === 'week' ? 7 * by : by);
  const month = date.slice(0, 7);
  const other = by > 0 ? nextMonth(month) : addDays(`${month}-01`, -1).slice(0, 7);
  const [same, last] = [other + date.slice(7), lastOf(other)];
  return same < last ? same : last;
}

/** Returns every date of a range. */
export function datesOf({ from, to }: PlainRange): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function lastOf(month: string): string {
  return addDays(`${nextMonth(month)}-01`, -1);
}

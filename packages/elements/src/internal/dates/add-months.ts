import { daysIn, monthOf, shiftMonth, type PlainDate } from './plain-date.ts';

/** Clamped to the length of the month: 31 January + 1 month = 28 (or 29) February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const month = shiftMonth(monthOf(date), months);
  return `${month}-${String(Math.min(+date.slice(8), daysIn(month))).padStart(2, '0')}`;
}

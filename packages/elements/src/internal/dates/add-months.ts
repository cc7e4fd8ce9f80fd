import { addDays, monthOf, shiftMonth, type PlainDate, type PlainMonth } from './plain-date.ts';

/** Returns how many days a month has. */
export function daysIn(month: PlainMonth): number {
  return +addDays(`${shiftMonth(month, 1)}-01`, -1).slice(8);
}

/** Clamped to the length of the month: 31 January + 1 month = 28 (or 29) February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const month = shiftMonth(monthOf(date), months);
  return `${month}-${String(Math.min(+date.slice(8), daysIn(month))).padStart(2, '0')}`;
}

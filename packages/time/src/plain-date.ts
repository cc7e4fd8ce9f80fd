/**
 * A calendar date without a zone, `YYYY-MM-DD`, in the proleptic Gregorian calendar, years 0000–9999. To the compiler
 * it is another thing than a string or the text of an instant; `isPlainDate` tests that at run time.
 */
export type PlainDate = `${number}-${number}-${number}`;

/** Day of the week, 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** Days in 400 years, after which the calendar repeats. */
const CYCLE = 146_097;
/** The days from 0000-01-01 to 1970-01-01. */
const EPOCH = 719_528;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysBeforeYear = (year: number): number =>
  365 * year + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);

const daysBeforeMonth = (year: number, month: number): number =>
  DAYS_BEFORE[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0);

/** Returns a real date in exactly this shape: 2026-02-29 and 2026-2-1 are not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return (
    month >= 1 && month <= 12 && day >= 1 && day <= daysBeforeMonth(year, month + 1) - daysBeforeMonth(year, month)
  );
}

/** Returns the date that a text is already known to be: the contract has let it through, or it was made of digits. */
export function plainDate(text: string): PlainDate {
  return text as PlainDate;
}

/** Days since 1970-01-01, negative before. Throws a TypeError when it is no real date. */
export function epochDay(date: PlainDate): number {
  if (!isPlainDate(date)) throw new TypeError(`Not a plain date: ${date}`);
  const year = Number(date.slice(0, 4));
  return daysBeforeYear(year) + daysBeforeMonth(year, Number(date.slice(5, 7))) + Number(date.slice(8)) - 1 - EPOCH;
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** Returns the date of an epoch day. Throws a RangeError outside the years 0000–9999. */
export function fromEpochDay(day: number): PlainDate {
  const days = day + EPOCH;
  let year = Math.floor((days * 400) / CYCLE);
  if (days < daysBeforeYear(year)) year--;
  else if (days >= daysBeforeYear(year + 1)) year++;
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`No plain date for epoch day ${day}`);
  const rest = days - daysBeforeYear(year);
  let month = 12;
  while (rest < daysBeforeMonth(year, month)) month--;
  return plainDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(rest - daysBeforeMonth(year, month) + 1, 2)}`);
}

/** Returns the weekday of an epoch day; 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(day: number): Weekday {
  return ((((day + 4) % 7) + 7) % 7) as Weekday;
}

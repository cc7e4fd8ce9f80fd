import { UTCDate } from '@date-fns/utc';
import * as oracle from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesWithin, lengthOf, monthAround, weekStartOf } from './calendar.ts';
import {
  addDays,
  addMonths,
  dateOf,
  datesOf,
  daysBetween,
  daysIn,
  monthOf,
  shiftMonth,
  startOfWeek,
  weekdayOf,
} from './dates.ts';
import { epochDay, fromEpochDay, weekdayOfEpochDay, type Weekday } from './plain-date.ts';

/** From 0100-01-01 on, so that all that is added and taken away has a date with four digits. */
const day = fc.integer({ min: epochDay('0100-01-01'), max: epochDay('9800-12-31') });
const date = day.map(fromEpochDay);
const days = fc.integer({ min: -5000, max: 5000 });
const months = fc.integer({ min: -900, max: 900 });
const weekday = fc.integer({ min: 0, max: 6 }).map((some) => some as Weekday);
const utc = (text: string) => new UTCDate(text);

/** date-fns on a UTCDate is the oracle: what is written by hand, because browsers carry it, returns the same. */
describe('dates written by hand agree with date-fns', () => {
  it('agrees with date-fns about days and months added', () => {
    fc.assert(
      fc.property(date, days, months, (some, add, shift) => {
        expect(addDays(some, add)).toBe(dateOf(+oracle.addDays(utc(some), add)));
        expect(addMonths(some, shift)).toBe(dateOf(+oracle.addMonths(utc(some), shift)));
        expect(shiftMonth(monthOf(some), shift)).toBe(oracle.format(oracle.addMonths(utc(some), shift), 'yyyy-MM'));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with date-fns about weeks, weekdays, lengths of months, and what lies between', () => {
    fc.assert(
      fc.property(date, date, weekday, (some, other, weekStartsOn) => {
        expect(weekdayOf(some)).toBe(oracle.getDay(utc(some)));
        expect(startOfWeek(some, weekStartsOn)).toBe(dateOf(+oracle.startOfWeek(utc(some), { weekStartsOn })));
        expect(daysIn(monthOf(some))).toBe(oracle.getDaysInMonth(utc(some)));
        expect(daysBetween(some, other)).toBe(oracle.differenceInCalendarDays(utc(other), utc(some)));
      }),
      { numRuns: 3000 },
    );
  });

  it('agrees with date-fns about epoch days, with which the slot engine counts', () => {
    fc.assert(
      fc.property(day, (some) => {
        const text = fromEpochDay(some);
        expect(text).toBe(oracle.format(oracle.addDays(utc('1970-01-01'), some), 'yyyy-MM-dd'));
        expect(epochDay(text)).toBe(oracle.differenceInCalendarDays(utc(text), utc('1970-01-01')));
        expect(weekdayOfEpochDay(some)).toBe(oracle.getDay(utc(text)));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with date-fns and the calendar of the server about every date of a range', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -3, max: 400 }), weekday, (from, length, weekStart) => {
        const to = addDays(from, length);
        expect(datesOf({ from, to })).toEqual(datesWithin({ from, to }));
        expect(lengthOf({ from, to })).toBe(length + 1);
        expect(weekStartOf(from, weekStart)).toBe(startOfWeek(from, weekStart));
        const month = monthOf(from);
        expect(monthAround(from)).toEqual({ from: `${month}-01`, to: `${month}-${daysIn(month)}` });
      }),
      { numRuns: 300 },
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-04-14', 365, '2027-04-14'],
  ])('adds to %s %i days: %s', (some, add, expected) => expect(addDays(some, add)).toBe(expected));

  it.each([
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-03-31', -1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
  ])('adds to %s %i months: %s', (some, add, expected) => expect(addMonths(some, add)).toBe(expected));

  it('lists each date of a range once, where clocks change too, and none of a reversed one', () => {
    const dates = datesOf({ from: '2026-03-01', to: '2026-11-30' });
    expect([dates.length, new Set(dates).size, dates.at(-1)]).toEqual([275, 275, '2026-11-30']);
    expect(datesOf({ from: '2026-03-01', to: '2026-02-27' })).toEqual([]);
  });

  it.each([
    ['2026-04', '2026-05'],
    ['2026-12', '2027-01'],
  ])('shifts the month %s to %s', (month, next) => expect(shiftMonth(month, 1)).toBe(next));
});

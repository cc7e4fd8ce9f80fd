import { describe, expect, it } from 'vitest';
import { epochDay, type PlainDate, type Weekday } from '@coach-booking/time/plain-date';
import { HOUR } from '@coach-booking/time/units';
import { zoneOf } from '@coach-booking/time/zone';
import { datesOf, instantsOf, monthSpan, weekSpan } from './days.ts';

const edges = (dates: readonly string[]) => [dates[0], dates.at(-1), dates.length];

describe('a month', () => {
  it.each([
    [2026, 2, '2026-02-01', '2026-02-28', 28],
    [2028, 2, '2028-02-01', '2028-02-29', 29],
    [2026, 12, '2026-12-01', '2026-12-31', 31],
    [9998, 12, '9998-12-01', '9998-12-31', 31],
  ])('lists all days of the month %i-%i', (year, month, ...expected) => {
    expect(edges(datesOf(monthSpan(year, month)))).toEqual(expected);
  });
});

describe('the week of a day', () => {
  it.each<[PlainDate, Weekday, string, string]>([
    ['2026-04-15', 1, '2026-04-13', '2026-04-19'],
    ['2026-04-13', 1, '2026-04-13', '2026-04-19'],
    ['2026-04-19', 1, '2026-04-13', '2026-04-19'],
    ['2026-04-19', 0, '2026-04-19', '2026-04-25'],
    ['2026-04-18', 0, '2026-04-12', '2026-04-18'],
    ['2026-01-01', 6, '2025-12-27', '2026-01-02'],
    ['1969-12-31', 1, '1969-12-29', '1970-01-04'],
  ])('finds the week of %s, when weeks begin on %i, from %s to %s', (date, weekStart, first, last) => {
    expect(edges(datesOf(weekSpan(epochDay(date), weekStart)))).toEqual([first, last, 7]);
  });
});

describe('a day in a zone', () => {
  it.each<[string, PlainDate, string, number]>([
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z', 23],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z', 25],
    ['Australia/Lord_Howe', '2026-04-05', '2026-04-04T13:00:00.000Z', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00.000Z', 23.5],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', 23],
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z', 23],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', 0],
  ])('begins in %s the day %s at its first instant and gives it its own length', (zone, date, start, hours) => {
    const day = epochDay(date);
    const range = instantsOf(zoneOf(zone), { first: day, last: day });
    expect([new Date(range.start).toISOString(), (range.end - range.start) / HOUR]).toEqual([start, hours]);
  });
});

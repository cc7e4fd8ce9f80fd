import { expect, test } from 'vitest';
import { isDate, rangeOf, stepped } from './range.ts';
import type { CalendarView } from './state.ts';

test.each<[CalendarView, string, number, string, string]>([
  ['day', '2026-04-14', 1, '2026-04-14', '2026-04-14'],
  ['three_days', '2026-04-29', 1, '2026-04-29', '2026-05-01'],
  ['list', '2026-04-14', 0, '2026-04-12', '2026-04-18'],
  ['week', '2026-04-14', 1, '2026-04-13', '2026-04-19'],
  ['week', '2026-04-14', 0, '2026-04-12', '2026-04-18'],
  ['week', '2026-04-12', 1, '2026-04-06', '2026-04-12'],
  ['week', '2026-04-12', 6, '2026-04-11', '2026-04-17'],
  ['week', '2026-12-31', 1, '2026-12-28', '2027-01-03'],
  ['month', '2026-04-14', 1, '2026-03-30', '2026-05-03'],
  ['month', '2026-04-14', 0, '2026-03-29', '2026-05-02'],
  ['month', '2026-02-01', 0, '2026-02-01', '2026-02-28'],
  ['month', '2027-02-10', 1, '2027-02-01', '2027-02-28'],
  ['month', '2026-08-31', 1, '2026-07-27', '2026-09-06'],
])('shows as %s of %s, weeks beginning on day %i, the dates %s to %s', (view, date, weekStart, from, to) =>
  expect(rangeOf(view, date, weekStart)).toEqual({ from, to }),
);

test.each<[CalendarView, string, 1 | -1, string]>([
  ['day', '2026-03-08', 1, '2026-03-09'],
  ['day', '2026-01-01', -1, '2025-12-31'],
  ['three_days', '2026-03-30', 1, '2026-04-02'],
  ['three_days', '2026-04-02', -1, '2026-03-30'],
  ['list', '2026-03-08', 1, '2026-03-15'],
  ['week', '2026-03-08', 1, '2026-03-15'],
  ['week', '2026-11-01', -1, '2026-10-25'],
  ['month', '2026-01-31', 1, '2026-02-28'],
  ['month', '2028-01-31', 1, '2028-02-29'],
  ['month', '2026-03-31', -1, '2026-02-28'],
  ['month', '2026-12-14', 1, '2027-01-14'],
  ['month', '2026-01-14', -1, '2025-12-14'],
])('steps a %s from %s by %i to %s', (view, date, by, other) => expect(stepped(view, date, by)).toBe(other));

test.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['9997-12-31', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['9998-01-01', false],
  ['1969-12-31', false],
  ['2026-4-1', false],
  ['today', false],
  ['', false],
])('checks that "%s" is a date to show: %s', (text, is) => expect(isDate(text)).toBe(is));

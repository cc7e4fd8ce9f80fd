import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@coach-booking/time/dates';
import { instant } from '@coach-booking/time/instant';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { caloriesOf, groupByDate, logRange, rangeProblem, type DateRange } from './days.ts';
import { mergeLog, type DietLog } from './log.ts';

const entry = (id: string, date: PlainDate, createdAt = 0) => ({ id, date, createdAt: instant(createdAt) });

describe('entries by day', () => {
  it('returns the newest day first, and within it what was written first', () => {
    const entries = [
      entry('c', '2026-04-12', 3),
      entry('a', '2026-04-13', 9),
      entry('b', '2026-04-12', 1),
      entry('d', '2026-03-31', 2),
    ];
    expect(groupByDate(entries).map(({ date, entries }) => [date, entries.map(({ id }) => id)])).toEqual([
      ['2026-04-13', ['a']],
      ['2026-04-12', ['b', 'c']],
      ['2026-03-31', ['d']],
    ]);
    expect(groupByDate([])).toEqual([]);
  });

  it('loses no entry, repeats none and orders them, however they were read', () => {
    const some = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 3 }), fc.integer()),
      {
        selector: ([, , id]) => id,
      },
    );
    fc.assert(
      fc.property(some, (given) => {
        const entries = given.map(([day, at, id]) => entry(`${id}`, addDays('2026-01-20', day), at));
        const days = groupByDate(entries);
        expect(groupByDate([...entries].reverse())).toEqual(days);
        expect(days.flatMap(({ entries }) => entries)).toHaveLength(entries.length);
        expect(days.map(({ date }) => date)).toEqual([...new Set(entries.map(({ date }) => date))].sort().reverse());
        for (const { date, entries } of days) for (const each of entries) expect(each.date).toBe(date);
      }),
    );
  });
});

it.each([
  [[], null],
  [[{}, {}], null],
  [[{ calories: 0 }, {}], 0],
  [[{ calories: 420 }, {}, { calories: 80 }], 500],
])('sums the calories of %j to %j', (entries, sum) => expect(caloriesOf(entries)).toBe(sum));

describe('a range of days', () => {
  it.each<[Partial<DateRange>, string, string]>([
    [{}, '2026-03-17', '2026-04-14'],
    [{ from: '2026-01-01' }, '2026-01-01', '2026-04-14'],
    [{ to: '2025-12-31' }, '2025-12-03', '2025-12-31'],
    [{ to: '0000-01-03' }, '0000-01-01', '0000-01-03'],
  ])('reads %j on 14 April 2026 as the range from %s to %s', (asked, from, to) =>
    expect(logRange(asked, '2026-04-14')).toEqual({ from, to }),
  );

  it.each<[PlainDate, PlainDate, string | null]>([
    ['2026-04-14', '2026-04-14', null],
    ['2025-03-11', '2026-04-14', null],
    ['2025-03-10', '2026-04-14', 'length'],
    ['2026-04-15', '2026-04-14', 'order'],
    ['2026-02-30', '2026-04-14', 'from'],
    ['2026-04-14', '2026-4-15', 'to'],
  ])('checks the range from %s to %s: %s', (from, to, problem) => expect(rangeProblem({ from, to })).toBe(problem));
});

it('keeps in a change of an entry what it does not give', () => {
  const log: DietLog = {
    id: '1',
    kind: 'diet',
    date: '2026-04-12',
    meal: 'lunch',
    description: 'Soup',
    calories: 300,
    notes: '',
    createdAt: instant(1),
  };
  expect(mergeLog(log, { calories: 450, notes: undefined } as Partial<DietLog>)).toEqual({ ...log, calories: 450 });
  expect(mergeLog<'diet'>({ ...log, fatG: 9 }, { fatG: null })).toEqual(log);
});

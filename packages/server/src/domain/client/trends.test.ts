import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@coach-booking/time/dates';
import { instant } from '@coach-booking/time/instant';
import { trendsOf } from './trends.ts';

type Row = readonly [day: number, value: number, unit?: string, metric?: string];

const entries = (rows: readonly Row[]) =>
  rows.map(([day, value, unit = 'kg', metric = 'weight'], i) => ({
    id: `${i}`.padStart(3, '0'),
    date: addDays('2026-04-01', day),
    createdAt: instant(i),
    metric,
    value,
    unit,
  }));

const shapeOf = (rows: readonly Row[]) =>
  trendsOf(entries(rows)).map(({ metric, unit, count, first, last, change, ratePerWeek }) => [
    `${metric} ${unit}`,
    count,
    first.value,
    last.value,
    change,
    ratePerWeek,
  ]);

describe('a trend', () => {
  it('finds the slope of a straight line, a week', () => {
    expect(
      trendsOf(
        entries([
          [0, 70],
          [7, 69.5],
          [14, 69],
        ]),
      ),
    ).toEqual([
      {
        metric: 'weight',
        unit: 'kg',
        count: 3,
        first: { date: '2026-04-01', value: 70 },
        last: { date: '2026-04-15', value: 69 },
        change: -1,
        ratePerWeek: -0.5,
      },
    ]);
  });

  it.each<[string, readonly Row[], unknown[]]>([
    ['one entry has no rate', [[0, 64.5]], ['weight kg', 1, 64.5, 64.5, 0, null]],
    [
      'one date has no rate, though it has a change',
      [
        [0, 64.5],
        [0, 64.2],
      ],
      ['weight kg', 2, 64.5, 64.2, -0.3, null],
    ],
    [
      'what stays the same has the rate nought',
      [
        [0, 0.1],
        [3, 0.1],
        [11, 0.1],
      ],
      ['weight kg', 3, 0.1, 0.1, 0, 0],
    ],
    [
      'all entries count, not the ends alone',
      [
        [0, 10],
        [1, 13],
        [2, 13],
        [3, 10],
      ],
      ['weight kg', 4, 10, 10, 0, 0],
    ],
    [
      'by hand: slope 15/35 a day',
      [
        [0, 1],
        [1, 2],
        [2, 1],
        [3, 3],
        [4, 2],
        [5, 4],
      ],
      ['weight kg', 6, 1, 4, 3, 3.4],
    ],
    [
      'pounds become the kilograms of the last',
      [
        [0, 100, 'lb'],
        [7, 45, 'kg'],
      ],
      ['weight kg', 2, 45.359237, 45, -0.359237, -0.359237],
    ],
    [
      'kilograms become the pounds of the last',
      [
        [0, 100, 'KG'],
        [7, 220, 'lbs'],
      ],
      ['weight lbs', 2, 220.462262, 220, -0.462262, -0.462262],
    ],
    [
      'inches become centimetres',
      [
        [0, 30, 'in'],
        [7, 76, 'cm'],
      ],
      ['weight cm', 2, 76.2, 76, -0.2, -0.2],
    ],
    [
      'the same unit, otherwise written, is the same unit',
      [
        [0, 5, 'Reps '],
        [7, 6, 'reps'],
      ],
      ['weight reps', 2, 5, 6, 1, 1],
    ],
    [
      'a unit named like a property of everything is a unit',
      [
        [0, 5, 'constructor'],
        [7, 6, 'constructor'],
      ],
      ['weight constructor', 2, 5, 6, 1, 1],
    ],
  ])('finds a trend: %s', (_, rows, expected) => expect(shapeOf(rows)).toEqual([expected]));

  it('finds a trend per unit where units are not turned into each other', () => {
    expect(
      shapeOf([
        [0, 20, '%', 'fat'],
        [1, 14, 'kg', 'fat'],
        [7, 19, '%', 'fat'],
        [8, 30, 'lb', 'fat'],
      ]),
    ).toEqual([
      ['fat %', 2, 20, 19, -1, -1],
      ['fat lb', 2, 30.864717, 30, -0.864717, -0.864717],
    ]);
  });

  it('finds a trend per metric, by name', () => {
    expect(
      shapeOf([
        [0, 5, 'reps', 'pull_ups'],
        [0, 74, 'cm', 'waist'],
        [7, 6, 'reps', 'pull_ups'],
      ]).map(([name]) => name),
    ).toEqual(['pull_ups reps', 'waist cm']);
    expect(trendsOf([])).toEqual([]);
  });

  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100),
    ),
    { minLength: 1, maxLength: 40 },
  );

  it('does not depend on the order in which entries were read', () => {
    fc.assert(
      fc.property(rows, (given) => {
        expect(trendsOf(entries(given).reverse())).toEqual(trendsOf(entries(given)));
      }),
    );
  });

  it('moves with the values and turns with them', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -1000, max: 1000 }), (given, by) => {
        const [trend] = trendsOf(entries(given));
        const [moved] = trendsOf(entries(given.map(([day, value]) => [day, value + by])));
        const [turned] = trendsOf(entries(given.map(([day, value]) => [day, -value])));
        expect(moved!.change).toBeCloseTo(trend!.change, 5);
        expect(turned!.change).toBeCloseTo(-trend!.change, 5);
        expect(moved!.ratePerWeek === null).toBe(trend!.ratePerWeek === null);
        if (trend!.ratePerWeek === null) return;
        expect(moved!.ratePerWeek).toBeCloseTo(trend!.ratePerWeek, 4);
        expect(turned!.ratePerWeek).toBeCloseTo(-trend!.ratePerWeek, 4);
      }),
    );
  });

  it('finds the line again that the entries were taken from', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (on, perWeek) => {
        const [trend] = trendsOf(entries(on.map((day) => [day, 80 + (perWeek / 7) * day])));
        expect(trend!.ratePerWeek).toBeCloseTo(perWeek, 4);
      }),
    );
  });
});

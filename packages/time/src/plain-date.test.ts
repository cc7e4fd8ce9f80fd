import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochDay, fromEpochDay, isPlainDate, weekdayOfEpochDay, type PlainDate } from './plain-date.ts';
import { DAY } from './units.ts';

describe('isPlainDate', () => {
  it.each(['2026-04-14', '2024-02-29', '2000-02-29', '1999-12-31', '0000-01-01', '9999-12-31'])(
    'accepts %s as a plain date',
    (text) => expect(isPlainDate(text)).toBe(true),
  );

  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-00',
    '2026-4-14',
    '26-04-14',
    '2026-04-14T00:00Z',
    ' 2026-04-14',
    '2026-04-14\n',
    '',
  ])('rejects %j as a plain date', (text) => expect(isPlainDate(text)).toBe(false));
});

describe('epoch days', () => {
  it.each<[PlainDate, number]>([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11_017],
    ['2026-04-14', 20_557],
  ])('converts %s to epoch day %i', (date, day) => {
    expect(epochDay(date)).toBe(day);
    expect(fromEpochDay(day)).toBe(date);
  });

  it('agrees with the calendar of JavaScript over ten thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const date = new Date(day * DAY);
        expect(fromEpochDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(epochDay(fromEpochDay(day))).toBe(day);
        expect(weekdayOfEpochDay(day)).toBe(date.getUTCDay());
      }),
      { examples: [[-719_528], [2_932_896]], numRuns: 1000 },
    );
  });

  it('refuses what is no real date', () => {
    expect(() => epochDay('2026-02-30')).toThrow(TypeError);
    expect(() => fromEpochDay(-719_529)).toThrow(RangeError);
    expect(() => fromEpochDay(2_932_897)).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instant, plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { estimate, type Trials } from './estimate.ts';
import { NO_COUNTS, scaled, sumOf, weightAt } from './hour-counts.ts';

const trials: fc.Arbitrary<Trials> = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([a, b]) => ({ trials: a + b, successes: a }));
const rate = fc.double({ min: 0, max: 1, noNaN: true });

describe('estimate', () => {
  it.each<[string, readonly Trials[], number]>([
    ['the base where nothing is known', [{ trials: 0, successes: 0 }], 0.1],
    ['half of base and trials after 20', [{ trials: 20, successes: 20 }], 0.55],
    [
      'the wider level where the narrow one is empty',
      [
        { trials: 80, successes: 80 },
        { trials: 0, successes: 0 },
      ],
      0.82,
    ],
    ['no more than all, where a sample of trials missed some', [{ trials: 20, successes: 40 }], 0.55],
  ])('returns %s', (_, levels, mean) => expect(estimate(levels, 0.1).mean).toBeCloseTo(mean, 10));

  it('returns bounds around the mean, nearer with more trials', () => {
    fc.assert(
      fc.property(fc.array(trials, { minLength: 1, maxLength: 4 }), rate, (levels, base) => {
        const { mean, low, high } = estimate(levels, base);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(mean + 1e-12);
        expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
    const width = (count: number) => {
      const { low, high } = estimate([{ trials: count, successes: count / 4 }], 0.25);
      return high - low;
    };
    expect(width(400)).toBeLessThan(width(100) / 1.5);
  });

  it('rises with each success', () => {
    fc.assert(
      fc.property(trials, rate, ({ trials: count, successes }, base) => {
        const of = (more: number) => estimate([{ trials: count + 1, successes: successes + more }], base);
        expect(of(1).mean).toBeGreaterThan(of(0).mean);
        expect(of(1).low).toBeGreaterThanOrEqual(of(0).low);
      }),
    );
  });
});

describe('counts of an hour', () => {
  it('halves counts in 180 days', () => {
    const now = instant(Date.UTC(2026, 3, 14));
    expect(weightAt(now) / weightAt(plus(now, 180 * DAY))).toBeCloseTo(0.5, 12);
    expect(weightAt(now) / weightAt(plus(now, 360 * DAY))).toBeCloseTo(0.25, 12);
  });

  it('adds counts up and scales them one by one', () => {
    const some = { shown: 1, picked: 2, booked: 3, completed: 4, noShow: 5 };
    expect(sumOf([some, scaled(some, 2)])).toEqual({ shown: 3, picked: 6, booked: 9, completed: 12, noShow: 15 });
    expect(sumOf([])).toEqual(NO_COUNTS);
  });
});

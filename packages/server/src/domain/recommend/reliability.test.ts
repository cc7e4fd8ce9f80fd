import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addBins, binOf, bookedSums, inBin, reliabilityOf, shownSums, type BinSums } from './reliability.ts';

/** A visit of which the confidence is known, and whether it ended in a booking. */
type Visit = readonly [confidence: number, isBooked: boolean];
const visits: fc.Arbitrary<readonly Visit[]> = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean()),
  { minLength: 1, maxLength: 60 },
);
const sumsOfAll = (all: readonly Visit[]): readonly BinSums[] =>
  addBins(
    all.flatMap(([confidence, isBooked]) => [
      inBin(confidence, shownSums(confidence, 1)),
      ...(isBooked ? [inBin(confidence, bookedSums(confidence))] : []),
    ]),
  );
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

describe('reliabilityOf', () => {
  it('is the mean squared distance of confidence and outcome, and the mean distance of each bin', () => {
    fc.assert(
      fc.property(visits, (all) => {
        const { brier, calibrationError, observations, bins } = reliabilityOf(sumsOfAll(all));
        expect(observations).toBeCloseTo(all.length, 9);
        expect(brier).toBeCloseTo(mean(all.map(([confidence, isBooked]) => (confidence - Number(isBooked)) ** 2)), 6);
        const distance = bins.reduce((sum, { count }, bin) => {
          const own = all.filter(([confidence]) => binOf(confidence) === bin);
          if (own.length === 0) return sum;
          const gap = mean(own.map(([confidence]) => confidence)) - mean(own.map(([, isBooked]) => Number(isBooked)));
          return sum + count * Math.abs(gap);
        }, 0);
        expect(calibrationError).toBeCloseTo(distance / all.length, 6);
      }),
    );
  });

  it('depends on the visits alone, not on who added them when', () => {
    fc.assert(
      fc.property(visits, visits, (some, others) => {
        const { brier } = reliabilityOf(addBins([sumsOfAll(some), sumsOfAll(others)]));
        expect(brier).toBeCloseTo(reliabilityOf(sumsOfAll([...others, ...some])).brier!, 9);
      }),
    );
  });

  it.each([
    [0, 0],
    [0.0999, 0],
    [0.1, 1],
    [0.95, 9],
    [1, 9],
  ])('has the confidence %d in bin %d', (confidence, bin) => {
    expect(binOf(confidence)).toBe(bin);
  });

  it('returns nothing for bins without visits, and ten bins always', () => {
    const { bins, ...whole } = reliabilityOf([]);
    expect(whole).toEqual({ brier: null, calibrationError: null, observations: 0 });
    expect(bins).toHaveLength(10);
    expect(bins[3]).toEqual({ from: 0.3, to: 0.4, count: 0, predicted: null, observed: null });
  });

  it('takes no more bookings than visits, since these are counted in a sample', () => {
    const many = Array.from({ length: 30 }, () => inBin(0.9, bookedSums(0.9)));
    const { bins, brier } = reliabilityOf(addBins([inBin(0.9, shownSums(0.9, 10)), ...many]));
    expect(bins[9]).toMatchObject({ count: 10, observed: 1 });
    expect(brier).toBeCloseTo(0.01, 9);
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instant } from '@coach-booking/time/instant';
import { calibrationOf, scaleConfidence, type Step } from './calibration.ts';
import { addBins, bookedSums, inBin, reliabilityOf, shownSums, type BinSums } from './reliability.ts';

const now = instant(Date.UTC(2026, 3, 14));

/** Bins in which so many visits had one confidence, and a share of them was booked. */
const bins = (...all: readonly (readonly [confidence: number, visits: number, rate: number])[]): readonly BinSums[] =>
  addBins(
    all.flatMap(([confidence, visits, rate]) => {
      const { booked, bookedPredicted } = bookedSums(confidence);
      const bookings = visits * rate;
      return [
        inBin(confidence, shownSums(confidence, visits)),
        inBin(confidence, { booked: booked! * bookings, bookedPredicted: bookedPredicted! * bookings }),
      ];
    }),
  );

const rates = fc.double({ min: 0, max: 1, noNaN: true });
const sums = fc
  .array(fc.tuple(rates, fc.integer({ min: 300, max: 2000 }), rates), { minLength: 1, maxLength: 10 })
  .map((all) => bins(...all));
const stepsOf = (of: readonly BinSums[]): readonly Step[] | null => calibrationOf(of, now).steps;

describe('calibrationOf', () => {
  it.each<[string, readonly BinSums[], boolean]>([
    ['as they are where they came true', bins([0.15, 1000, 0.16]), false],
    ['as they are where they are off by 0.1', bins([0.15, 1000, 0.25]), false],
    ['scaled where they are off by more', bins([0.15, 1000, 0.27]), true],
    ['as they are under 300 visits', bins([0.15, 299, 0.9]), false],
    ['scaled from 300 visits on', bins([0.15, 300, 0.9]), true],
    ['as they are without visits', bins(), false],
  ])('has confidences shown %s', (_, of, isScaled) => {
    expect(stepsOf(of) !== null).toBe(isScaled);
  });

  it('scales to what was observed, a little below where visits are few', () => {
    const steps = stepsOf(bins([0.05, 5000, 0.3], [0.35, 300, 0.6]));
    expect(scaleConfidence(steps, 0.05)).toBeCloseTo(0.29, 2);
    expect(scaleConfidence(steps, 0.35)).toBeGreaterThan(0.54);
    expect(scaleConfidence(steps, 0.35)).toBeLessThan(0.6);
    expect(scaleConfidence(steps, 0.2)).toBeGreaterThan(scaleConfidence(steps, 0.1));
  });

  it('pools bins whose rates fall while confidences rise', () => {
    const steps = stepsOf(bins([0.1, 1000, 0.8], [0.2, 1000, 0.4], [0.3, 1000, 0.9]))!;
    expect(steps.map(({ raw }) => raw)).toEqual([0.1, 0.2, 0.3].map((each) => expect.closeTo(each, 9)));
    expect(steps[0]!.scaled).toBe(steps[1]!.scaled);
    expect(steps[0]!.scaled).toBeCloseTo(0.573, 2);
    expect(steps[2]!.scaled).toBeGreaterThan(0.85);
  });

  it('makes the error smaller wherever it scales', () => {
    fc.assert(
      fc.property(sums, (of) => {
        const steps = stepsOf(of);
        if (!steps) return;
        const { bins: all, observations } = reliabilityOf(of);
        const errorOf = (shown: (predicted: number) => number): number =>
          all.reduce(
            (sum, { count, predicted, observed }) =>
              sum + (predicted === null ? 0 : (count * (shown(predicted) - observed!) ** 2) / observations),
            0,
          );
        expect(errorOf((each) => scaleConfidence(steps, each))).toBeLessThanOrEqual(errorOf((each) => each) + 0.003);
      }),
    );
  });
});

describe('scaleConfidence', () => {
  it('stays between 0 and 1 and never shows the higher of two as the lower', () => {
    fc.assert(
      fc.property(sums, rates, rates, (of, a, b) => {
        const steps = stepsOf(of);
        const [lower, higher] = [Math.min(a, b), Math.max(a, b)].map((each) => scaleConfidence(steps, each));
        expect(lower).toBeLessThanOrEqual(higher! + 1e-12);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(higher).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves 0 and 1 as they are, and all where nothing is scaled', () => {
    fc.assert(
      fc.property(sums, rates, (of, confidence) => {
        const steps = stepsOf(bins([0.15, 1000, 0.5])) ?? stepsOf(of);
        expect([scaleConfidence(steps, 0), scaleConfidence(steps, 1)]).toEqual([0, 1]);
        expect(scaleConfidence(null, confidence)).toBe(confidence);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { BINS, binOf, calibrationError, createCalibration, type Bin } from './calibration.ts';

const NONE: Bin = { count: 0, predicted: 0, actual: 0 };
const binsOf = (of: Readonly<Record<number, Bin>>): readonly Bin[] =>
  Array.from({ length: BINS }, (_, i) => of[i] ?? NONE);

describe('binOf', () => {
  it.each([
    [0, 0],
    [0.0999, 0],
    [0.1, 1],
    [0.95, 9],
    [1, 9],
  ])('places %d in bin %d', (confidence, bin) => expect(binOf(confidence)).toBe(bin));
});

describe('createCalibration', () => {
  const wrong = binsOf({ 2: { count: 200, predicted: 50, actual: 20 }, 6: { count: 100, predicted: 65, actual: 30 } });

  it('corrects confidences that were wrong by more than a tenth', () => {
    expect(calibrationError(wrong)).toBeCloseTo(65 / 300, 10);
    const corrected = createCalibration(wrong);
    expect(corrected(0.25)).toBe(0.1);
    expect(corrected(0.65)).toBe(0.3);
  });

  it('corrects those of which nothing came true yet like the next lower ones, the lowest like the next higher', () => {
    const corrected = createCalibration(wrong);
    expect([0.05, 0.5, 0.95].map(corrected)).toEqual([0.1, 0.1, 0.3]);
  });

  it('makes one step of bins that would go down', () => {
    const bins = binsOf({
      1: { count: 100, predicted: 15, actual: 60 },
      7: { count: 300, predicted: 225, actual: 60 },
    });
    expect([0.1, 0.7].map(createCalibration(bins))).toEqual([0.3, 0.3]);
  });

  it.each<[string, readonly Bin[]]>([
    ['are fewer than 300', binsOf({ 2: { count: 299, predicted: 75, actual: 0 } })],
    ['are right to a tenth', binsOf({ 2: { count: 300, predicted: 75, actual: 45 } })],
    ['have never been made', binsOf({})],
  ])('leaves confidences as they are where recommendations %s', (_, bins) => {
    expect(createCalibration(bins)(0.25)).toBe(0.25);
  });

  it('never turns the order round, and stays between 0 and 1', () => {
    const bin = fc
      .record({
        count: fc.nat(200),
        predicted: fc.double({ min: 0, max: 1, noNaN: true }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ count, predicted, part }): Bin => ({
        count,
        predicted: count * predicted,
        actual: Math.floor(count * part),
      }));
    const confidence = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(bin, { minLength: BINS, maxLength: BINS }), confidence, confidence, (bins, a, b) => {
        const corrected = createCalibration(bins);
        expect(corrected(Math.min(a, b))).toBeLessThanOrEqual(corrected(Math.max(a, b)));
        expect(corrected(a) >= 0 && corrected(a) <= 1).toBe(true);
      }),
    );
  });
});

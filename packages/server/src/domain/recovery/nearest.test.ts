import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { nearestTo } from './nearest.ts';

const of = (...starts: number[]) => starts.map((start) => ({ start: instant(start) }));

describe('the nearest starts', () => {
  it.each([
    [[50, 10, 30, 20], 22, [10, 30, 20]],
    [[5, 95], 50, [5, 95]],
    [[40, 61, 41, 59], 50, [40, 41, 59]],
    [[], 1, []],
  ])('finds of %j at %d those of %j, in the given order', (ranked, time, nearest) => {
    expect(nearestTo(of(...ranked), instant(time), 3).map(({ start }) => start)).toEqual(nearest);
  });

  it('leaves out none that is nearer than one that is taken', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(1000)), fc.nat(1000), fc.integer({ min: 0, max: 5 }), (starts, time, most) => {
        const ranked = of(...starts);
        const taken = nearestTo(ranked, instant(time), most);
        const far = ({ start }: { start: number }) => Math.abs(start - time);
        const left = ranked.filter((each) => !taken.includes(each));
        expect(taken).toHaveLength(Math.min(most, starts.length));
        for (const one of taken) for (const other of left) expect(far(one)).toBeLessThanOrEqual(far(other));
        expect(ranked.filter((each) => taken.includes(each))).toEqual(taken);
      }),
    ));
});

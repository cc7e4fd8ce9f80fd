import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  firstEndingAfter,
  includes,
  intersect,
  isEmpty,
  merge,
  overlaps,
  overlapsAny,
  subtract,
  type Range,
} from './range.ts';

const r = (start: number, end: number): Range => ({ start, end });
const list = (...edges: [number, number][]): Range[] => edges.map(([start, end]) => r(start, end));

describe('overlaps', () => {
  it.each([
    ['the same', r(2, 5), r(2, 5), true],
    ['one inside', r(0, 9), r(2, 5), true],
    ['one around', r(2, 5), r(0, 9), true],
    ['sharing a part', r(0, 3), r(2, 5), true],
    ['touching', r(0, 2), r(2, 5), false],
    ['apart', r(0, 2), r(3, 5), false],
    ['an empty one inside', r(0, 9), r(4, 4), false],
  ])('finds overlaps: %s', (_, a, b, expected) => {
    expect([overlaps(a, b), overlaps(b, a)]).toEqual([expected, expected]);
  });
});

describe('a range', () => {
  it('includes its start and not its end', () => {
    expect([1, 2, 4, 5].map((instant) => includes(r(2, 5), instant))).toEqual([false, true, true, false]);
  });

  it.each([[r(3, 3)], [r(4, 3)]])('counts %o as empty', (range) => expect(isEmpty(range)).toBe(true));
});

describe('merge', () => {
  it.each([
    ['nothing', list(), list()],
    ['ranges apart stay', list([0, 1], [2, 3]), list([0, 1], [2, 3])],
    ['overlapping', list([0, 3], [2, 5]), list([0, 5])],
    ['touching', list([0, 2], [2, 5]), list([0, 5])],
    ['one inside another', list([0, 9], [2, 5]), list([0, 9])],
    ['out of order', list([4, 6], [0, 2], [2, 4]), list([0, 6])],
    ['empty and reversed ones go', list([1, 1], [5, 3], [7, 8]), list([7, 8])],
  ])('merges ranges: %s', (_, ranges, expected) => expect(merge(ranges)).toEqual(expected));

  it('leaves the list of the caller as it was', () => {
    const ranges = list([4, 6], [0, 5]);
    merge(ranges);
    expect(ranges).toEqual(list([4, 6], [0, 5]));
  });

  it('gives a tidy list back as it is', () => {
    const ranges = list([0, 1], [2, 3]);
    expect(merge(ranges)).toBe(ranges);
  });
});

describe('subtract', () => {
  it.each([
    ['nothing cut', list([0, 9]), list(), list([0, 9])],
    ['a hole', list([0, 9]), list([3, 5]), list([0, 3], [5, 9])],
    ['both ends', list([0, 9]), list([-1, 2], [7, 12]), list([2, 7])],
    ['all of it', list([2, 5]), list([2, 5]), list()],
    ['one cut over two ranges', list([0, 3], [5, 8]), list([2, 6]), list([0, 2], [6, 8])],
    ['touching cuts nothing', list([2, 5]), list([0, 2], [5, 7]), list([2, 5])],
  ])('subtracts ranges: %s', (_, ranges, cuts, expected) => expect(subtract(ranges, cuts)).toEqual(expected));
});

const anyRanges = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -1, max: 6 })), {
  maxLength: 6,
});
const tidyLists = anyRanges.map((pairs) => merge(pairs.map(([start, length]) => r(start, start + length))));
const points = Array.from({ length: 27 }, (_, i) => i);
const pointsOf = (ranges: readonly Range[]): number[] =>
  points.filter((point) => ranges.some((range) => includes(range, point)));
const isMerged = (ranges: readonly Range[]): boolean =>
  ranges.every((range, i) => range.start < range.end && (i === 0 || ranges[i - 1]!.end < range.start));

describe('the algebra on a short line, point by point', () => {
  it('keeps every point in a merge, which is tidy', () => {
    fc.assert(
      fc.property(anyRanges, (pairs) => {
        const ranges = pairs.map(([start, length]) => r(start, start + length));
        expect(pointsOf(merge(ranges))).toEqual(pointsOf(ranges));
        expect(isMerged(merge(ranges))).toBe(true);
      }),
    );
  });

  it('parts each list in two by subtract and intersect', () => {
    fc.assert(
      fc.property(tidyLists, tidyLists, (a, b) => {
        const inB = new Set(pointsOf(b));
        expect(pointsOf(subtract(a, b))).toEqual(pointsOf(a).filter((point) => !inB.has(point)));
        expect(pointsOf(intersect(a, b))).toEqual(pointsOf(a).filter((point) => inB.has(point)));
        expect(isMerged(intersect(a, b))).toBe(true);
        expect(merge([...subtract(a, b), ...intersect(a, b)])).toEqual(a);
      }),
    );
  });

  it('answers a question to a tidy list as each of its ranges does', () => {
    fc.assert(
      fc.property(tidyLists, fc.nat(22), fc.integer({ min: 1, max: 4 }), (ranges, start, length) => {
        const range = r(start, start + length);
        expect(overlapsAny(ranges, range)).toBe(ranges.some((other) => overlaps(other, range)));
        expect(firstEndingAfter(ranges, start)).toBe(ranges.filter(({ end }) => end <= start).length);
      }),
    );
  });
});

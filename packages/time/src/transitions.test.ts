import { describe, expect, it } from 'vitest';
import { findTransitions, intlProbe } from './transitions.ts';
import { DAY, HOUR } from './units.ts';

/** Returns a zone that is at offset 0 and has these changes. */
const zoneThat =
  (...changes: [at: number, offset: number][]) =>
  (instant: number) =>
    changes.reduce((offset, [at, next]) => (instant >= at ? next : offset), 0);

describe('findTransitions', () => {
  it.each([
    ['none', []],
    ['one, to the second', [[12 * DAY + 3000, HOUR]]],
    [
      'there and back',
      [
        [10 * DAY, HOUR],
        [40 * DAY, 0],
      ],
    ],
    [
      'two in one week',
      [
        [15 * DAY, HOUR],
        [17 * DAY, 2 * HOUR],
      ],
    ],
    ['at the very end', [[60 * DAY, HOUR]]],
  ] as [string, [number, number][]][])('finds transitions: %s', (_, changes) => {
    expect(findTransitions(zoneThat(...changes), 0, 60 * DAY)).toEqual(changes.map(([at, offset]) => ({ at, offset })));
  });

  it.each([
    [1, DAY],
    [0, DAY + 999],
  ])('refuses bounds between two seconds, from which no change could be met: %i to %i', (from, to) => {
    expect(() => findTransitions(zoneThat(), from, to)).toThrow(RangeError);
  });

  it('does not return the one at its beginning again', () => {
    expect(findTransitions(zoneThat([0, HOUR]), 0, 30 * DAY)).toEqual([]);
  });
});

describe('intlProbe', () => {
  it.each([
    ['UTC', 0],
    ['Asia/Kathmandu', 345],
    ['America/New_York', -240],
    ['Pacific/Kiritimati', 840],
  ])('finds %s %i minutes from UTC in July 2026', (id, minutes) =>
    expect(intlProbe(id)(Date.UTC(2026, 6, 1))).toBe(minutes * 60_000),
  );

  it('sees a change at its very millisecond', () => {
    const change = Date.UTC(2026, 2, 29, 1);
    expect([change - 1, change].map(intlProbe('Europe/Berlin'))).toEqual([HOUR, 2 * HOUR]);
  });
});

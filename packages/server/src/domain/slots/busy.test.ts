import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { taken } from '../../../../../test/support/plans.ts';
import { busyAround } from './busy.ts';
import { rangesOf } from './blocks.ts';

const MIN = 60_000;
/** From a minute of the line. */
const busy = (from: number, ...more: [minutes: number, buffers?: { before: number; after: number }]) =>
  taken(instant(from * MIN), ...more);
const NONE = { before: 0, after: 0 };
/** In minutes, on a line of a hundred. */
const around = (occupied: Parameters<typeof busyAround>[0], buffers = NONE, from = 0, to = 100): number[][] =>
  rangesOf(
    busyAround(occupied, { before: buffers.before * MIN, after: buffers.after * MIN }, from * MIN, to * MIN),
  ).map(({ start, end }) => [start / MIN, end / MIN]);

describe('busyAround', () => {
  it.each([
    ['nothing', [], []],
    ['touching ones become one', [busy(10, 10), busy(20, 10)], [[10, 30]]],
    ['one inside another', [busy(10, 50), busy(20, 10)], [[10, 60]]],
    [
      'in any order',
      [busy(50, 10), busy(10, 10)],
      [
        [10, 20],
        [50, 60],
      ],
    ],
    [
      'only what reaches in',
      [busy(-20, 20), busy(-5, 10), busy(95, 10), busy(100, 5)],
      [
        [-5, 5],
        [95, 105],
      ],
    ],
  ])('returns %s', (_, occupied, expected) => expect(around(occupied)).toEqual(expected));

  it('lets the larger of two buffers count, never their sum', () => {
    const occupied = [busy(40, 20, { before: 5, after: 10 })];
    expect(around(occupied, { before: 0, after: 0 })).toEqual([[35, 70]]);
    expect(around(occupied, { before: 15, after: 3 })).toEqual([[35, 75]]);
    expect(around(occupied, { before: 3, after: 15 })).toEqual([[25, 70]]);
  });

  it('does not change the order of the caller’s list', () => {
    const occupied = [busy(50, 10), busy(10, 10)];
    around(occupied);
    expect(occupied.map(({ start }) => start / MIN)).toEqual([50, 10]);
  });
});

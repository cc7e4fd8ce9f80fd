import { expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { createNeighbours } from './neighbours.ts';

const taken = (from: number, to: number) => ({
  start: instant(from * HOUR),
  end: instant(to * HOUR),
  paddedStart: instant(from * HOUR),
  paddedEnd: instant(to * HOUR),
  kind: 'booking' as const,
});
const session = { start: 10 * HOUR, end: 11 * HOUR, before: 0, after: 15 * MINUTE };

it.each<[string, [number, number][], number]>([
  ['no side of an empty day', [], 0],
  ['the side of a session that follows at once', [[11.25, 12]], 1],
  ['the side of a session that leaves too little for another', [[12.2, 13]], 1],
  ['no side where a session fits between', [[12.25, 13]], 0],
  [
    'both sides of a gap that it fills',
    [
      [9, 10],
      [11.25, 12],
    ],
    2,
  ],
  [
    'one side once, of however many sessions',
    [
      [8, 9],
      [9, 10],
    ],
    1,
  ],
])('finds neighbours on %s', (_, sessions, sides) => {
  expect(createNeighbours(sessions.map(([from, to]) => taken(from, to)))(session)).toBe(sides);
});

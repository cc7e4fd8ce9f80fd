import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planWith } from '../../../../../test/support/plans.ts';
import { minus, plus, type Instant } from '@coach-booking/time/instant';
import type { Weekday } from '@coach-booking/time/plain-date';
import { MINUTE } from '@coach-booking/time/units';
import { fromMinutes } from '@coach-booking/time/wall-time';
import { listStarts } from './list-starts.ts';

interface Fixture {
  id: string;
  rules: { timeZone: string; weekly: { days: Weekday[]; start: number; end: number }[] };
  busy: [Instant, Instant][];
  range: { from: Instant; to: Instant };
  duration: number;
  step: number;
  expected: { count: number; sha256: string };
}
/**
 * Made by brute force with Temporal; they want sessions that end inside the range, the engine counts what starts
 * inside.
 */
const { cases } = JSON.parse(
  readFileSync(new URL('../../../../../test/fixtures/slot-fixtures.json', import.meta.url), 'utf8'),
) as {
  cases: Fixture[];
};

describe('the listings of an independent brute force', () => {
  it.each(cases)(
    'lists for $id what an independent brute force lists',
    ({ rules, busy, range, duration, step, expected }) => {
      const workingHours = rules.weekly.flatMap(({ days, start, end }) =>
        days.map((dayOfWeek) => ({ dayOfWeek, start: fromMinutes(start), end: fromMinutes(end) })),
      );
      const starts = listStarts({
        plan: planWith({ timeZone: rules.timeZone, workingHours, bookingWindow: 730 }),
        rules: { duration, interval: step },
        occupied: busy.map(([start, end]) => ({ start, end, paddedStart: start, paddedEnd: end, kind: 'booking' })),
        from: range.from,
        to: plus(range.to, -duration * MINUTE + 1),
        now: minus(range.from, 1),
      });
      expect(starts).toHaveLength(expected.count);
      expect(createHash('sha256').update(Array.from(starts).join()).digest('hex')).toBe(expected.sha256);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { parseInstant, plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { BookingStatus } from '../booking/status.ts';
import { admissionTo } from './admission.ts';

const start = parseInstant('2026-04-14T13:00:00Z');
const end = plus(start, HOUR);
const time = { start, end, local: { date: '2026-04-14', hour: 13, weekday: 2 } } as const;

describe('admissionTo', () => {
  it.each<[string, BookingStatus, number, string]>([
    ['a quarter of an hour before the start', 'confirmed', -15 * MINUTE, 'open'],
    ['a moment sooner', 'confirmed', -15 * MINUTE - 1, 'early'],
    ['sooner, of what the coach side made', 'scheduled', -HOUR, 'early'],
    ['once it has begun early', 'in_progress', -HOUR, 'open'],
    ['within an hour of the end', 'confirmed', 2 * HOUR - 1, 'open'],
    ['an hour after the end', 'confirmed', 2 * HOUR, 'over'],
    ['while it runs over', 'in_progress', 3 * HOUR, 'open'],
    ['when somebody comes late', 'no_show', HOUR - 1, 'open'],
    ['after it was completed', 'completed', 30 * MINUTE, 'over'],
    ['while nobody has agreed', 'pending', 0, 'pending'],
    ['after it was cancelled', 'cancelled', 0, 'cancelled'],
  ])('decides on an admission %s', (_, status, after, state) => {
    expect(admissionTo({ status, time }, plus(start, after)).state).toBe(state);
  });

  it('says when it opens, and that a session without a time does not', () => {
    const opensAt = plus(start, -15 * MINUTE);
    expect(admissionTo({ status: 'confirmed', time }, plus(start, -HOUR))).toEqual({ state: 'early', opensAt });
    expect(admissionTo({ status: 'confirmed' }, start)).toEqual({ state: 'untimed' });
  });
});

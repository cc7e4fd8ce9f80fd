import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { NO_COUNTS } from '../../src/domain/recommend/hour-counts.ts';
import type { HourCountsStore } from '../../src/application/ports/hour-counts.ts';
import { anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function hourCountsSuite(open: () => HourCountsStore): void {
  const fresh = () => ({ ...scope, partnerId: anId() });
  const six = { weekday: 2, hour: 18 } as const;
  const seven = { weekday: 2, hour: 19 } as const;
  const rounded = (counts: object): object =>
    Object.fromEntries(
      Object.entries(counts).map(([name, value]) => [name, Math.round((value as number) * 1e6) / 1e6]),
    );

  describe('counts by hour of the week', () => {
    it('adds counts for the coach by hour, and for the partner in all', async () => {
      const [of, coach, other] = [fresh(), anId(), anId()];
      await open().add(of, coach, [six, seven], { count: 'shown', by: 10, at: now });
      await open().add(of, coach, [six], { count: 'booked', by: 1, at: now });
      await open().add(of, other, [six], { count: 'shown', by: 10, at: now });
      const { hours, partner } = await open().of(of, coach, now);
      expect([...hours].sort((a, b) => a.hour - b.hour).map(rounded)).toEqual([
        { ...NO_COUNTS, ...six, shown: 10, booked: 1 },
        { ...NO_COUNTS, ...seven, shown: 10 },
      ]);
      expect(rounded(partner)).toEqual({ ...NO_COUNTS, shown: 30, booked: 1 });
      expect((await open().of({ ...of, mode: 'live' }, anId(), now)).partner).toEqual(NO_COUNTS);
    });

    it('halves counts in 180 days, whatever is added later', async () => {
      const [of, coach] = [fresh(), anId()];
      const later = plus(now, 180 * DAY);
      await open().add(of, coach, [six], { count: 'completed', by: 4, at: now });
      await open().add(of, coach, [six], { count: 'completed', by: 1, at: later });
      expect((await open().of(of, coach, later)).hours[0]!.completed).toBeCloseTo(3, 9);
    });

    it('returns none where more was taken back than was counted, and where nothing was', async () => {
      const [of, coach] = [fresh(), anId()];
      expect(await open().of(of, coach, now)).toEqual({ hours: [], partner: NO_COUNTS });
      await open().add(of, coach, [], { count: 'shown', by: 1, at: now });
      await open().add(of, coach, [six], { count: 'noShow', by: -1, at: now });
      expect((await open().of(of, coach, now)).hours[0]!.noShow).toBe(0);
    });

    it('misses no count of those added at once', async () => {
      const [of, coach] = [fresh(), anId()];
      await Promise.all(
        Array.from({ length: 20 }, () => open().add(of, coach, [six], { count: 'picked', by: 1, at: now })),
      );
      expect((await open().of(of, coach, now)).hours[0]!.picked).toBeCloseTo(20, 9);
    });
  });
}

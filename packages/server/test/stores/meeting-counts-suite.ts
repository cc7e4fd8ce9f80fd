import { describe, expect, it } from 'vitest';
import { plainDate } from '@coach-booking/time/plain-date';
import type { MeetingCounts } from '../../src/application/ports/meeting-counts.ts';
import { anId, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function meetingCountsSuite(open: () => MeetingCounts): void {
  const day = plainDate('2026-04-14');
  const next = plainDate('2026-04-15');
  const fresh = () => ({ ...scope, partnerId: anId(), host: 'm1' });

  describe('the meetings of a host and a day', () => {
    it('counts until there are enough, each host, partner, mode and day for itself', async () => {
      const of = fresh();
      const taken = [await open().take(of, day, 2), await open().take(of, day, 2), await open().take(of, day, 2)];
      expect(taken).toEqual([1, 2, null]);
      for (const other of [{ ...of, mode: 'live' } as const, { ...of, host: 'm2' }, fresh()])
        expect(await open().take(other, day, 2)).toBe(1);
      expect(await open().take(of, next, 2)).toBe(1);
      expect(await open().take(of, next, 0)).toBeNull();
    });

    it('gives one back that was never asked for, and none that was not counted', async () => {
      const of = fresh();
      await open().take(of, day, 1);
      await open().giveBack(of, day);
      await open().giveBack(of, day);
      expect(await open().take(of, day, 1)).toBe(1);
      await open().giveBack(fresh(), day);
    });

    it('counts each number once and never too many, by however many at once', async () => {
      const of = fresh();
      const taken = await Promise.all(Array.from({ length: 20 }, () => open().take(of, day, 7)));
      const counted = taken.filter((number) => number !== null).toSorted((a, b) => a - b);
      expect(counted).toEqual([1, 2, 3, 4, 5, 6, 7]);
    });

    it('reports once that the meetings of a day are nearly used up', async () => {
      const of = fresh();
      expect(await open().isFirstToTell(of, day)).toBe(false);
      await open().take(of, day, 1);
      const answers = await Promise.all(Array.from({ length: 5 }, () => open().isFirstToTell(of, day)));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });
  });
}

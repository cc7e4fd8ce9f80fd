import { describe, expect, it } from 'vitest';
import { plainDate } from '@coach-booking/time/plain-date';
import type { SmsCounts } from '../../src/application/ports/sms-counts.ts';
import { anId, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function smsCountsSuite(open: () => SmsCounts): void {
  const day = plainDate('2026-04-14');
  const next = plainDate('2026-04-15');
  const fresh = () => ({ ...scope, partnerId: anId() });

  describe('the SMS of a day', () => {
    it('takes SMS until there are enough of them, each partner, mode and day for itself', async () => {
      const of = fresh();
      expect(await open().take(of, day, 2, 5)).toBe(true);
      expect(await open().take(of, day, 3, 5)).toBe(true);
      expect(await open().take(of, day, 1, 5)).toBe(false);
      expect(await open().take(of, day, 1, 6)).toBe(true);
      for (const other of [{ ...of, mode: 'live' } as const, fresh()])
        expect(await open().take(other, day, 5, 5)).toBe(true);
      expect(await open().take(of, next, 5, 5)).toBe(true);
    });

    it('takes none where one message is more than a day has', async () => {
      const of = fresh();
      expect(await open().take(of, day, 3, 2)).toBe(false);
      expect(await open().take(of, day, 1, 0)).toBe(false);
      expect(await open().take(of, day, 2, 2)).toBe(true);
    });

    it('gives SMS back that were not sent', async () => {
      const of = fresh();
      await open().take(of, day, 2, 2);
      await open().giveBack(of, day, 2);
      expect(await open().take(of, day, 2, 2)).toBe(true);
      await open().giveBack(fresh(), day, 2);
    });

    it('takes never more than enough, by however many at once', async () => {
      const of = fresh();
      const taken = await Promise.all(Array.from({ length: 20 }, () => open().take(of, day, 1, 7)));
      expect(taken.filter(Boolean)).toHaveLength(7);
    });

    it('reports once that the SMS of a day are used up', async () => {
      const of = fresh();
      expect(await open().isFirstToTell(of, day)).toBe(false);
      await open().take(of, day, 1, 1);
      const answers = await Promise.all(Array.from({ length: 5 }, () => open().isFirstToTell(of, day)));
      expect(answers.filter(Boolean)).toHaveLength(1);
    });
  });
}

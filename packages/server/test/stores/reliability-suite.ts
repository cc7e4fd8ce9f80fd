import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { ReliabilityStore } from '../../src/application/ports/reliability.ts';
import { calibrationOf } from '../../src/domain/recommend/calibration.ts';
import { addBins, bookedSums, inBin, NO_SUMS, shownSums } from '../../src/domain/recommend/reliability.ts';
import { anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function reliabilitySuite(open: () => ReliabilityStore): void {
  const fresh = () => ({ ...scope, partnerId: anId() });
  const due = (partnerId: string, at = plus(now, 7 * DAY)) => open().due({ mode: scope.mode, partnerId }, at);

  describe('what became of confidences', () => {
    it('adds to the bins, and misses nothing that is added at once', async () => {
      const of = fresh();
      await Promise.all([
        ...Array.from({ length: 9 }, () => open().add(of, inBin(0.25, shownSums(0.25, 10)), now)),
        open().add(of, inBin(0.25, bookedSums(0.25)), now),
        open().add(of, inBin(1, shownSums(1, 10)), now),
      ]);
      const { sums, calibration } = await open().of(of, now);
      expect(calibration).toBeNull();
      expect(sums).toHaveLength(10);
      const [third, last] = [sums[2]!, sums[9]!];
      expect([third.shown, third.predicted, third.squares]).toEqual([90, 22.5, 5.625].map((n) => expect.closeTo(n, 9)));
      expect([third.booked, third.bookedPredicted]).toEqual([1, 0.25].map((n) => expect.closeTo(n, 9)));
      expect(last.predicted).toBeCloseTo(10, 9);
      expect(sums[0]).toEqual(NO_SUMS);
    });

    it('returns none where nothing was added, and keeps partners and modes apart', async () => {
      const of = fresh();
      await open().add(of, [], now);
      await open().add({ ...of, mode: 'live' }, inBin(0.1, shownSums(0.1, 10)), now);
      expect(await open().of(of, now)).toEqual({ sums: addBins([]), calibration: null });
      expect(await due(of.partnerId)).toBeNull();
    });

    it('halves sums in 180 days', async () => {
      const of = fresh();
      await open().add(of, inBin(0.1, shownSums(0.1, 10)), now);
      expect((await open().of(of, plus(now, 180 * DAY))).sums[1]!.shown).toBeCloseTo(5, 9);
    });

    it('is due a week after the first, and replaced by one process alone', async () => {
      const of = fresh();
      await open().add(of, inBin(0.1, shownSums(0.1, 10)), now);
      await open().add(of, inBin(0.1, shownSums(0.1, 10)), plus(now, DAY));
      expect(await due(of.partnerId, plus(now, 7 * DAY - 1))).toBeNull();
      const found = await due(of.partnerId);
      expect(found).toEqual({ ...of, dueAt: plus(now, 7 * DAY) });
      const { sums } = await open().of(of, now);
      const first = { ...calibrationOf(sums, now), steps: [{ raw: 0.1, scaled: 0.3 }] };
      await open().calibrate(found!, first, plus(now, 14 * DAY));
      await open().calibrate(found!, calibrationOf(sums, now), plus(now, 21 * DAY));
      expect((await open().of(of, now)).calibration).toEqual(first);
      expect(await due(of.partnerId)).toBeNull();
      expect(await due(of.partnerId, plus(now, 14 * DAY))).toMatchObject({ dueAt: plus(now, 14 * DAY) });
      expect(await open().calibrations(of.mode)).toContainEqual(first);
    });
  });
}

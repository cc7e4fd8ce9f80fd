import { describe, expect, it } from 'vitest';
import { addDays } from '@coach-booking/time/dates';
import { plus } from '@coach-booking/time/instant';
import type { PlainDate } from '@coach-booking/time/plain-date';
import { MAX_HINTS, type Hint } from '../../src/domain/live/hint.ts';
import type { Feeds } from '../../src/application/ports/feeds.ts';
import { anId, now, scope } from './fixtures.ts';

const hint = (date: PlainDate, given: Partial<Hint> = {}): Hint => ({
  kind: 'booking',
  dates: [date],
  at: now,
  ...given,
});

/** The tests that every implementation of the port passes. */
export function feedsSuite(open: () => Feeds): void {
  describe('a feed', () => {
    it('stands at 0 before anything was told, and moves by one with each hint', async () => {
      const coach = anId();
      expect(await open().position(coach)).toBe(0);
      expect(await open().read(coach)).toEqual({ coachId: coach, seq: 0, hints: [] });
      await open().publish(scope, coach, [hint('2026-04-14')]);
      await open().publish(scope, coach, [hint('2026-04-15'), hint('2026-04-16')]);
      expect(await open().position(coach)).toBe(3);
    });

    it('gives each hint back as it was told, with its number', async () => {
      const coach = anId();
      const hold = hint('2026-04-14', { kind: 'hold', holdId: anId(), until: plus(now, 300_000) });
      await open().publish(scope, coach, [hold]);
      await open().publish(scope, coach, [{ kind: 'schedule', dates: [], at: now }]);
      const hints = [
        { ...hold, seq: 1 },
        { kind: 'schedule', dates: [], at: now, seq: 2 },
      ];
      expect(await open().read(coach)).toEqual({ coachId: coach, seq: 2, hints });
    });

    it('numbers every hint once, however many are published at the same moment', async () => {
      const coach = anId();
      const dates = Array.from({ length: 30 }, (_, n) => addDays('2026-05-01', n));
      await Promise.all(dates.map((date) => open().publish(scope, coach, [hint(date)])));
      const { seq, hints } = await open().read(coach);
      expect(seq).toBe(30);
      expect(hints.map((each) => each.seq)).toEqual(dates.map((_, n) => n + 1));
      expect(hints.flatMap((each) => each.dates).sort()).toEqual(dates);
    });

    it('keeps the newest only, under the numbers that they had', async () => {
      const coach = anId();
      const many = Array.from({ length: MAX_HINTS + 5 }, () => hint('2026-04-14'));
      await open().publish(scope, coach, many.slice(5));
      await open().publish(scope, coach, many.slice(0, 5));
      const { seq, hints } = await open().read(coach);
      expect([seq, hints.length, hints[0]!.seq, hints.at(-1)!.seq]).toEqual([
        MAX_HINTS + 5,
        MAX_HINTS,
        6,
        MAX_HINTS + 5,
      ]);
    });
  });

  describe('what came since', () => {
    it('returns the feeds that moved, and no others', async () => {
      const [moved, still, silent] = [anId(), anId(), anId()];
      for (const coach of [moved, still]) await open().publish(scope, coach, [hint('2026-04-14')]);
      await open().publish(scope, moved, [hint('2026-04-15'), hint('2026-04-16')]);
      const seen = new Map([
        [moved, 1],
        [still, 1],
        [silent, 0],
      ]);
      const feeds = await open().since(seen);
      expect(feeds.map(({ coachId, seq }) => [coachId, seq])).toEqual([[moved, 3]]);
      expect(feeds[0]!.hints.map(({ seq, dates }) => [seq, ...dates])).toEqual([
        [2, '2026-04-15'],
        [3, '2026-04-16'],
      ]);
    });

    it('returns all that is kept when more was missed', async () => {
      const coach = anId();
      await open().publish(
        scope,
        coach,
        Array.from({ length: MAX_HINTS + 1 }, () => hint('2026-04-14')),
      );
      const [feed] = await open().since(new Map([[coach, 0]]));
      expect([feed!.seq, feed!.hints.length, feed!.hints[0]!.seq]).toEqual([MAX_HINTS + 1, MAX_HINTS, 2]);
    });

    it('returns a feed too that stands before what was seen, as after a restored backup', async () => {
      const coach = anId();
      await open().publish(scope, coach, [hint('2026-04-14')]);
      const [feed] = await open().since(new Map([[coach, 9]]));
      expect([feed!.seq, feed!.hints.length]).toEqual([1, 1]);
    });

    it('returns nothing for no coach', async () => {
      expect(await open().since(new Map())).toEqual([]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import type { VisitorHold } from '../../src/domain/guest/visitor-holds.ts';
import type { VisitorHolds } from '../../src/application/ports/visitor-holds.ts';
import { anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function visitorHoldsSuite(open: () => VisitorHolds): void {
  const hold = (given: Partial<VisitorHold> = {}): VisitorHold => ({
    id: anId(),
    mark: anId(),
    start: now,
    end: plus(now, 10),
    date: '2026-04-14',
    keeps: 10,
    expiresAt: plus(now, 100),
    ledgers: ['l:2026-04-14'],
    ...given,
  });
  const limits = { perAddress: 2, inAll: 3, onDate: 1000 };
  const admit = (coachId: string, wanted: VisitorHold, at = now) => open().admit(scope, coachId, wanted, limits, at);

  describe('the book of a coach', () => {
    it('returns an empty book before anything is held', async () => {
      expect(await open().ofCoach(anId())).toEqual([]);
    });

    it('stores what was admitted, and answers what went for it', async () => {
      const [coachId, mark] = [anId(), anId()];
      const own = [hold({ mark }), hold({ mark }), hold({ mark })];
      for (const one of own.slice(0, 2))
        expect(await admit(coachId, one)).toMatchObject({ admitted: true, replaced: [] });
      expect(await admit(coachId, own[2]!)).toMatchObject({ admitted: true, replaced: [own[0]] });
      expect(await open().ofCoach(coachId)).toEqual(own.slice(1));
    });

    it('stores no more than there may be, of many at the same moment', async () => {
      const coachId = anId();
      const all = await Promise.all(Array.from({ length: 20 }, () => admit(coachId, hold())));
      expect(all.filter(({ admitted }) => admitted)).toHaveLength(3);
      expect(all.find(({ admitted }) => !admitted)).toEqual({ admitted: false, until: now + 100 });
      expect(await open().ofCoach(coachId)).toHaveLength(3);
    });

    it('forgets what ran out, with the next that is admitted', async () => {
      const coachId = anId();
      const [old, next] = [hold(), hold({ expiresAt: plus(now, 300) })];
      await admit(coachId, old);
      await admit(coachId, next, plus(now, 100));
      expect(await open().ofCoach(coachId)).toEqual([next]);
    });

    it('follows an extension and a release; a hold that is not there is no error', async () => {
      const coachId = anId();
      const [one, other] = [hold(), hold()];
      for (const each of [one, other]) await admit(coachId, each);
      await open().extend(coachId, one.id, plus(now, 500));
      await open().extend(coachId, anId(), plus(now, 500));
      await open().remove(coachId, other.id);
      await open().remove(coachId, anId());
      await open().remove(anId(), other.id);
      expect(await open().ofCoach(coachId)).toEqual([{ ...one, expiresAt: now + 500 }]);
    });
  });
}

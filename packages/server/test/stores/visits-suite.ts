import { describe, expect, it } from 'vitest';
import { minus, plus, type Instant } from '@coach-booking/time/instant';
import type { Visit, Visits } from '../../src/application/ports/visits.ts';
import { anId, now, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function visitsSuite(open: () => Visits): void {
  const visited = async (given: Partial<Visit> = {}): Promise<Visit> => {
    const visit = { ...scope, bookingId: anId(), coachId: anId(), mark: anId(), at: now, ...given };
    await open().note(visit);
    return visit;
  };

  describe('visits', () => {
    it('finds visits by address at all coaches since an instant, the earliest first, in one partner and mode', async () => {
      const mark = anId();
      const [late, early] = [await visited({ mark, at: plus(now, 2) }), await visited({ mark, at: plus(now, 1) })];
      await visited({ mark, at: minus(now, 1) });
      await visited({ mark, mode: 'live' });
      await visited({ mark, partnerId: anId() });
      await visited();
      expect(await open().fromAddress(scope, mark, now, 10)).toEqual([early, late]);
      expect(await open().fromAddress(scope, mark, now, 1)).toEqual([early]);
    });

    it('finds visits by their coach', async () => {
      const coachId = anId();
      const [one, other] = [await visited({ coachId }), await visited({ coachId, at: plus(now, 1) })];
      await visited({ coachId, at: minus(now, 1) });
      await visited();
      expect(await open().atCoach(scope, coachId, now, 10)).toEqual([one, other]);
    });

    it('stores one visit for each booking, and forgets it by the booking', async () => {
      const first = await visited();
      await open().note({ ...first, at: plus(now, 5) });
      expect(await open().fromAddress(scope, first.mark, now, 10)).toEqual([first]);
      await open().forget([first.bookingId, anId()]);
      await open().forget([]);
      expect(await open().fromAddress(scope, first.mark, now, 10)).toEqual([]);
    });
  });

  it('blocks an address at one coach, until an instant', async () => {
    const [coachId, mark] = [anId(), anId()];
    await open().block(scope, coachId, mark, plus(now, 10));
    await open().block(scope, coachId, mark, plus(now, 20));
    const until = (other: Partial<{ coachId: string; mark: string; at: Instant }> = {}) =>
      open().blockedUntil(scope, other.coachId ?? coachId, other.mark ?? mark, other.at ?? now);
    expect([
      await until(),
      await until({ at: plus(now, 20) }),
      await until({ coachId: anId() }),
      await until({ mark: anId() }),
    ]).toEqual([now + 20, null, null, null]);
  });
}

import { describe, expect, it } from 'vitest';
import type { ZoneChange, ZoneChanges } from '../../src/application/ports/zone-changes.ts';
import { HOUR } from '@coach-booking/time/units';
import { anId, at, scope } from './fixtures.ts';

/** The tests that every implementation of the port passes. */
export function zoneChangesSuite(open: () => ZoneChanges): void {
  const added = async (given: Partial<ZoneChange> = {}): Promise<ZoneChange> => {
    const change: ZoneChange = {
      ...scope,
      id: anId(),
      kind: 'booking',
      coachId: anId(),
      timeZone: 'America/Vancouver',
      start: at(17),
      end: at(18),
      startOffset: -8 * HOUR,
      endOffset: -8 * HOUR,
      release: '2026f',
      ...given,
    };
    await open().add(change);
    return change;
  };

  describe('what the law of zones has moved', () => {
    it('finds moved bookings by their coach, by start, in one partner and mode', async () => {
      const coachId = anId();
      const late = await added({ coachId, start: at(18), end: at(19) });
      const early = await added({ coachId, kind: 'time_off' });
      await added({ coachId, mode: 'live' });
      await added({ coachId, partnerId: anId() });
      await added();
      expect(await open().ofCoach(scope, coachId)).toEqual([early, late]);
    });

    it('says what was agreed first, until it begins at another time', async () => {
      const first = await added();
      await added({ ...first, startOffset: -7 * HOUR });
      expect(await open().ofCoach(scope, first.coachId)).toEqual([first]);
      const moved = await added({ ...first, start: at(20), end: at(21), startOffset: -7 * HOUR });
      expect(await open().ofCoach(scope, first.coachId)).toEqual([moved]);
    });

    it('removes a moved booking by its coach and id', async () => {
      const [one, other] = [await added(), await added()];
      await open().remove(scope, one.coachId, [one.id, other.id, anId()]);
      await open().remove({ ...scope, mode: 'live' }, other.coachId, [other.id]);
      await open().remove(scope, other.coachId, []);
      expect(await open().ofCoach(scope, one.coachId)).toEqual([]);
      expect(await open().ofCoach(scope, other.coachId)).toEqual([other]);
    });
  });
}

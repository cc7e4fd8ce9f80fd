import { instant } from '@coach-booking/time/instant';
import { describe, expect, it } from 'vitest';
import type { CalendarFeeds } from '../../src/application/ports/calendar-feeds.ts';
import type { CalendarFeed } from '../../src/domain/calendar/calendar-feed.ts';
import { anId, scope } from './fixtures.ts';

const at = (n: number) => instant(1_900_000_000_000 + n);

/** A feed with something in every field. */
export function aFeed(given: Partial<CalendarFeed> = {}): CalendarFeed {
  return {
    ...scope,
    id: anId(),
    subject: { kind: 'coach', coachId: anId(), staffId: anId() },
    madeBy: { userId: anId(), role: 'staff' },
    tokenHash: anId(),
    name: 'Sessions of Jane',
    detail: 'full',
    language: 'es',
    createdAt: at(0),
    rolledAt: at(1),
    lastReadAt: at(2),
    version: 1,
    ...given,
  };
}

const idsOf = (feeds: readonly CalendarFeed[]) => feeds.map(({ id }) => id);

/** The tests that every implementation of the port passes. */
export function calendarFeedsSuite(open: () => CalendarFeeds): void {
  describe('calendar feeds', () => {
    const kept = async (given: Partial<CalendarFeed> = {}) => {
      const feed = aFeed(given);
      expect(await open().insert(feed)).toBe(true);
      return feed;
    };

    it('finds feeds as they were, by id in their partner and mode, and by the hash of their address', async () => {
      const feed = await kept();
      expect(await open().insert(feed)).toBe(false);
      expect(await open().byId(scope, feed.id)).toEqual(feed);
      expect(await open().byId({ ...scope, mode: 'live' }, feed.id)).toBeNull();
      expect(await open().byTokenHash(feed.tokenHash)).toEqual(feed);
      expect(await open().byTokenHash(anId())).toBeNull();
    });

    it('lists feeds of a coach with the whole team, and of a client, the oldest first', async () => {
      const [coachId, userId] = [anId(), anId()];
      const young = await kept({ subject: { kind: 'coach', coachId }, createdAt: at(9) });
      const old = await kept({ subject: { kind: 'coach', coachId, staffId: anId() } });
      const { madeBy: _, ...mine } = aFeed({ subject: { kind: 'client', userId } });
      await open().insert(mine);
      await kept();
      expect(idsOf(await open().of(scope, { kind: 'coach', coachId }))).toEqual([old.id, young.id]);
      expect(await open().of(scope, { kind: 'client', userId })).toEqual([mine]);
      expect(await open().of({ ...scope, mode: 'live' }, { kind: 'client', userId })).toEqual([]);
    });

    it('lists feeds of a person who has them as a client, or has made them', async () => {
      const userId = anId();
      const made = await kept({ madeBy: { userId, role: 'coach' } });
      const own = await kept({ subject: { kind: 'client', userId }, createdAt: at(5) });
      expect(idsOf(await open().ofPerson(scope, userId))).toEqual([made.id, own.id]);
    });

    it('changes feeds by compare-and-set, and removes what the new one lacks', async () => {
      const { rolledAt: _, ...feed } = await kept();
      expect(await open().replace({ ...feed, name: 'Mine' }, 2)).toBe(false);
      expect(await open().replace({ ...feed, name: 'Mine' }, 1)).toBe(true);
      expect(await open().byId(scope, feed.id)).toEqual({ ...feed, name: 'Mine', version: 2 });
    });

    it('stores the latest read, and no other change', async () => {
      const feed = await kept();
      await open().noteRead(feed.id, at(100));
      await open().noteRead(feed.id, at(50));
      expect(await open().byId(scope, feed.id)).toEqual({ ...feed, lastReadAt: at(100) });
      await open().noteRead(anId(), at(100));
    });

    it('removes feeds one by one', async () => {
      const feed = await kept();
      expect(await open().remove({ ...scope, mode: 'live' }, feed.id)).toBe(false);
      expect(await open().remove(scope, feed.id)).toBe(true);
      expect(await open().remove(scope, feed.id)).toBe(false);
      expect(await open().byTokenHash(feed.tokenHash)).toBeNull();
    });

    it('removes feeds with a client, with their maker, with a coach, and with a member of the team', async () => {
      const [userId, coachId, staffId] = [anId(), anId(), anId()];
      const own = await kept({ subject: { kind: 'client', userId } });
      const made = await kept({ madeBy: { userId, role: 'coach' } });
      const coachs = await kept({ subject: { kind: 'coach', coachId } });
      const members = await kept({ subject: { kind: 'coach', coachId: anId(), staffId } });
      const left = async () => {
        const all = [own, made, coachs, members];
        return (await Promise.all(all.map(({ id }) => open().byId(scope, id)))).map((one) => one !== null);
      };
      await open().removeAll({ ...scope, mode: 'live' }, { userIds: [userId], coachIds: [coachId] });
      await open().removeAll(scope, {});
      expect(await left()).toEqual([true, true, true, true]);
      await open().removeAll(scope, { userIds: [userId] });
      expect(await left()).toEqual([false, false, true, true]);
      await open().removeAll(scope, { coachIds: [coachId], staffIds: [staffId] });
      expect(await left()).toEqual([false, false, false, false]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import type { SessionFamily, Sessions } from '../../src/application/ports/sessions.ts';
import { anId, scope } from './fixtures.ts';

/** Real time, since the store forgets what is past. */
const now = instant(Date.now());

const aFamily = (given: Partial<SessionFamily> = {}): SessionFamily => ({
  ...scope,
  id: anId(),
  userId: anId(),
  tokenHashes: ['one'],
  expiresAt: instant(Date.UTC(2026, 4, 14)),
  storedUntil: plus(now, 86_400_000),
  version: 1,
  createdAt: now,
  ...given,
});

/** The tests that every implementation of the port passes. */
export function sessionsSuite(open: () => Sessions): void {
  const given = async (overrides: Partial<SessionFamily> = {}): Promise<SessionFamily> => {
    const family = aFamily(overrides);
    await open().insert(family);
    return family;
  };

  describe('a family of sessions', () => {
    it('finds a family by its id, with all that was given', async () => {
      const family = await given({ previousHash: 'zero', rotatedAt: now, tokenHashes: ['one', 'two'], revokedAt: now });
      expect(await open().byId(family.id)).toEqual(family);
      expect(await open().byId(anId())).toBeNull();
    });

    it('knows its end, its last use and its device, and is found with the others of its person that were not revoked', async () => {
      const userId = anId();
      const device = { browser: 'Firefox', system: 'Windows' };
      const all = [
        await given({ userId, endsAt: plus(now, 5), lastUsedAt: now, device, isRestricted: true }),
        await given({ userId }),
      ];
      await given({ userId, revokedAt: now });
      await given({ userId, mode: 'live' });
      const found = await open().ofUser({ ...scope, userId });
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(all.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
      expect(await open().ofUser({ ...scope, userId: anId() })).toEqual([]);
    });

    it('replaces a family where the version is the expected one', async () => {
      const family = await given();
      const next = { ...family, tokenHashes: ['two'], previousHash: 'one', rotatedAt: now, version: 2 };
      const outcomes = await Promise.all([open().replace(next, 1), open().replace(next, 1), open().replace(next, 1)]);
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect(await open().byId(family.id)).toEqual(next);
    });

    it('revokes a family once, which no earlier reader can undo', async () => {
      const family = await given();
      await open().revoke(family.id, now);
      await open().revoke(family.id, plus(now, 5));
      expect(await open().byId(family.id)).toEqual({ ...family, revokedAt: now, version: 2 });
      expect(await open().replace({ ...family, version: 2 }, 1)).toBe(false);
    });

    it('revokes an unknown family of sessions without an error', async () => {
      await open().revoke(anId(), now);
    });

    it('ends all sessions of a person, but for one that is kept', async () => {
      const userId = anId();
      const [one, two, kept] = [await given({ userId }), await given({ userId }), await given({ userId })];
      const [other, elsewhere] = [await given(), await given({ userId, mode: 'live' })];
      await open().revokeAll({ ...scope, userId }, now, kept.id);
      const revoked = async ({ id }: SessionFamily) => (await open().byId(id))?.revokedAt;
      expect(await Promise.all([one, two, kept, other, elsewhere].map(revoked))).toEqual([
        now,
        now,
        undefined,
        undefined,
        undefined,
      ]);
      await open().revokeAll({ ...scope, userId }, plus(now, 5));
      expect(await Promise.all([one, kept].map(revoked))).toEqual([now, now + 5]);
    });

    it('forgets a family with all of its person, revoked or not', async () => {
      const userId = anId();
      const theirs = [await given({ userId }), await given({ userId, revokedAt: now })];
      const others = [await given(), await given({ userId, mode: 'live' }), await given({ userId, partnerId: anId() })];
      expect(await open().removeAll({ ...scope, userId })).toBe(2);
      expect(await open().removeAll({ ...scope, userId })).toBe(0);
      const found = await Promise.all([...theirs, ...others].map(({ id }) => open().byId(id)));
      expect(found).toEqual([null, null, ...others]);
    });
  });
}

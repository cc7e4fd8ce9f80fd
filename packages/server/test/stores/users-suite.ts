import { describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { nameKeyOf } from '../../src/application/ports/coaches.ts';
import type { User, UserQuery, Users } from '../../src/application/ports/users.ts';
import { anId, now, scope } from './fixtures.ts';

const aUser = (given: Partial<User> = {}): User => {
  const id = anId();
  return {
    ...scope,
    id,
    role: 'client',
    name: 'Ana Diaz',
    email: `${id}@Mail.example`,
    emailKey: `${id}@mail.example`,
    emailVerified: false,
    active: true,
    passwordHash: 'hash',
    knownAddresses: [],
    version: 1,
    createdAt: now,
    ...given,
  };
};

/** The tests that every implementation of the port passes. */
export function usersSuite(open: () => Users): void {
  describe('a user', () => {
    it('finds a user by id and by e-mail, with all that was given', async () => {
      const details = { phone: '+977 1', timeZone: 'Asia/Kathmandu', language: 'ne', coachId: anId(), staffId: anId() };
      const user = aUser({ role: 'staff', knownAddresses: ['a', 'b'], ...details });
      expect(await open().insert(user)).toBe('inserted');
      expect(await open().byId(user.id)).toEqual(user);
      expect(await open().byEmail(scope, user.emailKey)).toEqual(user);
    });

    it('keeps what is known of sign-ins and of a second factor, and forgets what was taken away', async () => {
      const user = aUser({
        awaitsProof: true,
        isInvited: true,
        newEmail: { email: 'New@mail.example', emailKey: 'new@mail.example' },
        failedSignIns: 3,
        knownDevices: ['d'],
        secondFactor: { secret: 'JBSWY3DP', isEnabled: true, lastStep: 58_000_000, recoveryHashes: ['r'] },
      });
      await open().insert(user);
      expect(await open().byId(user.id)).toEqual(user);
      const {
        awaitsProof: _1,
        isInvited: _2,
        newEmail: _3,
        failedSignIns: _4,
        secondFactor: _5,
        ...plain
      } = { ...user, version: 2 };
      expect(await open().replace(plain, 1)).toBe(true);
      expect(await open().byId(user.id)).toEqual(plain);
    });

    it('keeps the choices about messages of a user', async () => {
      const choices = {
        wanted: { cancelled: { push: true }, reminder: { sms: false } },
        reminders: [{ channel: 'push', minutesBefore: 60 }],
      } as const;
      const user = aUser({ choices });
      await open().insert(user);
      expect(await open().byId(user.id)).toEqual(user);
      const none = { ...user, choices: { reminders: [] }, version: 2 };
      expect(await open().replace(none, 1)).toBe(true);
      expect(await open().byId(user.id)).toEqual(none);
      const { choices: _, ...plain } = { ...user, version: 3 };
      expect(await open().replace(plain, 2)).toBe(true);
      expect(await open().byId(user.id)).toEqual(plain);
    });

    it('finds a user whose reminders changed until the reminders are made, and a later change stays', async () => {
      const owner = { ...scope, partnerId: anId() };
      await open().insert(aUser(owner));
      const user = aUser({ ...owner, remindersSince: now });
      await open().insert(user);
      expect(await open().withNewReminders(10, owner)).toEqual([user]);
      expect(await open().withNewReminders(10, { ...owner, partnerId: anId() })).toEqual([]);
      expect((await open().withNewReminders(10_000)).map(({ id }) => id)).toContain(user.id);
      await open().remindersMade(user.id, plus(now, 1));
      expect(await open().withNewReminders(10, owner)).toHaveLength(1);
      await open().remindersMade(user.id, now);
      expect(await open().withNewReminders(10, owner)).toEqual([]);
      const { remindersSince: _, ...rest } = user;
      expect(await open().byId(user.id)).toEqual(rest);
    });

    it('returns null for an unknown user', async () => {
      expect(await open().byId(anId())).toBeNull();
      expect(await open().byEmail(scope, 'nobody@mail.example')).toBeNull();
    });

    it('finds users among several ids, of which some are unknown', async () => {
      const users = [aUser(), aUser()];
      for (const user of users) await open().insert(user);
      const found = await open().byIds([users[1]!.id, anId(), users[0]!.id]);
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        users.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect(await open().byIds([])).toEqual([]);
    });

    it('returns the keys alone of many users', async () => {
      const users = Array.from({ length: 3 }, (_, n) => aUser({ name: `Éva ${n}`, phone: `+1212555010${n}` }));
      for (const user of users) await open().insert(user);
      const keys = await open().keysOf([...users.map(({ id }) => id), anId()]);
      expect(keys.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        users.map(({ id, role, emailKey, phone }, n) => ({ ...scope, id, role, emailKey, phone, nameKey: `eva ${n}` })),
      );
    });

    it('inserts a user once', async () => {
      const user = aUser();
      await open().insert(user);
      expect(await open().insert({ ...user, name: 'Other' })).toBe('id_taken');
      expect(await open().byId(user.id)).toEqual(user);
    });

    it('refuses an e-mail that another user of this partner and mode has', async () => {
      const user = aUser();
      await open().insert(user);
      expect(await open().insert(aUser({ emailKey: user.emailKey }))).toBe('email_taken');
      expect(await open().insert(aUser({ emailKey: user.emailKey, mode: 'live' }))).toBe('inserted');
      expect(await open().insert(aUser({ emailKey: user.emailKey, partnerId: anId() }))).toBe('inserted');
      expect((await open().byEmail(scope, user.emailKey))?.id).toBe(user.id);
    });

    it('inserts one of many users with the same e-mail at the same moment', async () => {
      const { emailKey } = aUser();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => open().insert(aUser({ emailKey }))));
      expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    });

    it('replaces a user where the version is the expected one', async () => {
      const user = aUser({ phone: '+977 1' });
      await open().insert(user);
      const { phone: _, ...changed } = { ...user, name: 'Ana D.', active: false, version: 2 };
      expect(await open().replace(changed, 1)).toBe(true);
      expect(await open().replace({ ...changed, name: 'Late' }, 1)).toBe(false);
      expect(await open().byId(user.id)).toEqual(changed);
      expect(await open().replace(aUser(), 1)).toBe(false);
    });

    it('gets another e-mail where the version is the expected one and nobody has it', async () => {
      const [user, other] = [aUser(), aUser()];
      for (const each of [user, other]) await open().insert(each);
      const email = `moved.${user.emailKey}`;
      const moved = { ...user, email, emailKey: email, version: 2 };
      expect(await open().changeEmail({ ...moved, emailKey: other.emailKey }, 1)).toBe('email_taken');
      expect(await open().changeEmail(moved, 1)).toBe('changed');
      expect(await open().changeEmail({ ...moved, version: 3 }, 1)).toBe('stale');
      expect((await open().byEmail(scope, email))?.id).toBe(user.id);
      expect(await open().byEmail(scope, user.emailKey)).toBeNull();
      expect(await open().changeEmail({ ...moved, name: 'Same', version: 3 }, 2)).toBe('changed');
    });

    it('removes a user once, and frees the e-mail again', async () => {
      const user = aUser();
      await open().insert(user);
      expect(await open().remove(user.id)).toBe(true);
      expect(await open().remove(user.id)).toBe(false);
      expect(await open().byId(user.id)).toBeNull();
      // A writer that read the account before cannot restore it.
      expect(await open().replace({ ...user, version: 2 }, 1)).toBe(false);
      expect(await open().insert(aUser({ emailKey: user.emailKey }))).toBe('inserted');
    });
  });

  describe('a list of users', () => {
    /** A partner of its own, whose users are counted. */
    const given = async (...users: Partial<User>[]): Promise<{ partnerId: string; mode: 'test' }> => {
      const own = { partnerId: anId(), mode: 'test' } as const;
      for (const user of users) await open().insert(aUser({ ...user, ...own }));
      return own;
    };
    const names = async (query: UserQuery) => (await open().list(query)).users.map(({ name }) => name);

    it('lists users by name, whatever its case and accents', async () => {
      const own = await given({ name: 'émile Zola' }, { name: 'Zoe' }, { name: 'ana' }, { name: 'Ben' });
      expect(await names({ ...own, limit: 10 })).toEqual(['ana', 'Ben', 'émile Zola', 'Zoe']);
    });

    it('lists users of a role, of a coach, and the active ones', async () => {
      const coachId = anId();
      const own = await given(
        { name: 'A', role: 'coach', coachId },
        { name: 'B', role: 'staff', coachId, active: false },
        { name: 'C' },
      );
      expect(await names({ ...own, role: 'client', limit: 10 })).toEqual(['C']);
      expect(await names({ ...own, coachId, limit: 10 })).toEqual(['A', 'B']);
      expect(await names({ ...own, active: true, limit: 10 })).toEqual(['A', 'C']);
    });

    it.each([
      ['EMILE z', ['Émile Zola']],
      ['zola@', ['Émile Zola']],
      [' Fit.Example ', ['Émile Zola']],
      ['a.b', []],
      ['.*', []],
      ['(', []],
      ['$', []],
    ])('searches users for %j', async (search, found) => {
      const own = await given(
        { name: 'Émile Zola', email: 'Zola@fit.example', emailKey: 'zola@fit.example' },
        { name: 'Axb' },
      );
      expect(await open().list({ ...own, search, limit: 10 })).toMatchObject({
        users: found.map((name) => ({ name })),
        total: found.length,
      });
    });

    it('comes in pages that lose nobody of the same name', async () => {
      const own = await given({ name: 'Ana' }, { name: 'ana' }, { name: 'Ána' }, { name: 'Ben' });
      const seen: User[] = [];
      for (let n = 0; n < 3; n++) {
        const last = seen.at(-1);
        const after = last && { nameKey: nameKeyOf(last.name), id: last.id };
        const page = await open().list({ ...own, ...(after && { after }), limit: 2 });
        expect(page.total).toBe(4);
        seen.push(...page.users);
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(4);
      expect(seen.at(-1)!.name).toBe('Ben');
    });
  });
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../kernel/context.ts';
import { signedUp } from '../../../test/application/signed-up.ts';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';

const password = 'seven green kettles';
const other = 'nine blue kettles';
const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;

describe('an account', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));

  const signedIn = async (email = 'ana@example.com') => {
    const session = await signedUp(world, { name: 'Ana Diaz', email, password });
    const { sessionId } = (await world.deps.accessTokens.read(session.accessToken))!;
    return { ...session, me: world.person({ userId: session.user.id, role: 'client', sessionId }) };
  };
  const isLive = async ({ refreshToken }: { refreshToken: string }) =>
    world.useCases.refresh(world.visitor(), { refreshToken }).then(
      () => true,
      () => false,
    );

  describe('of the caller', () => {
    it('returns the account to the person with a session', async () => {
      const { me, user } = await signedIn();
      expect(await world.useCases.getMe(me, {})).toEqual({ data: user });
    });

    it('does not exist for a key', async () =>
      expect(await codeOf(world.useCases.getMe(world.partner(), {}))).toBe('FORBIDDEN'));

    it('returns no account once it was closed', async () => {
      const { me, user } = await signedIn();
      await world.useCases.updateUser(world.partner(), { id: user.id, active: false });
      expect(await codeOf(world.useCases.getMe(me, {}))).toBe('SESSION_INVALID');
      expect(await codeOf(world.useCases.updateMe(me, { name: 'Ana' }))).toBe('SESSION_INVALID');
    });

    it('takes the given fields and keeps the rest; null removes the phone', async () => {
      const { me, user } = await signedIn();
      await world.useCases.updateMe(me, { phone: '+1 212 555 0101', timeZone: 'America/New_York' });
      const { data } = await world.useCases.updateMe(me, { phone: null, name: ' Ana D. ', language: 'es' });
      expect(data).toEqual({ ...user, name: 'Ana D.', language: 'es', timeZone: 'America/New_York' });
      expect(await world.useCases.getMe(me, {})).toEqual({ data });
    });

    it('refuses an unknown zone and a blank name', async () => {
      const { me } = await signedIn();
      expect(await codeOf(world.useCases.updateMe(me, { timeZone: 'Mars/Base' }))).toBe('INVALID_REQUEST');
      expect(await codeOf(world.useCases.updateMe(me, { name: '  ' }))).toBe('INVALID_REQUEST');
    });

    it('ends the other sessions by a new password, not this one', async () => {
      const here = await signedIn();
      const elsewhere = await world.useCases.login(world.visitor(), { email: 'ana@example.com', password });
      await world.useCases.updateMe(here.me, { currentPassword: password, newPassword: other });
      expect([await isLive(here), await isLive(elsewhere.data)]).toEqual([true, false]);
      expect(await codeOf(world.useCases.login(world.visitor(), { email: 'ana@example.com', password }))).toBe(
        'CREDENTIALS_WRONG',
      );
      await world.useCases.login(world.visitor(), { email: 'ana@example.com', password: other });
    });

    it.each([
      ['without the current one', { newPassword: other }, 'INVALID_REQUEST'],
      ['with a wrong current one', { newPassword: other, currentPassword: other }, 'CREDENTIALS_WRONG'],
      ['that is easy to guess', { newPassword: 'password123', currentPassword: password }, 'PASSWORD_UNSAFE'],
      [
        'that has the new name',
        { newPassword: 'kettles of roberta', currentPassword: password, name: 'Roberta' },
        'PASSWORD_UNSAFE',
      ],
    ])('takes no new password %s', async (_, patch, code) => {
      const { me } = await signedIn();
      expect(await codeOf(world.useCases.updateMe(me, patch))).toBe(code);
      await world.useCases.login(world.visitor(), { email: 'ana@example.com', password });
    });

    it('cannot be taken over by guesses in a found session', async () => {
      const { me } = await signedIn();
      const guess = () =>
        codeOf(world.useCases.updateMe(me, { newPassword: other, currentPassword: 'a guess of many' }));
      for (let n = 0; n < 10; n++) expect(await guess()).toBe('CREDENTIALS_WRONG');
      expect(await guess()).toBe('LOGIN_LIMIT');
    });

    it('changes no account in a dry run', async () => {
      const here = await signedIn();
      const dry: Context = { ...here.me, dryRun: true };
      const { data } = await world.useCases.updateMe(dry, {
        name: 'Other',
        currentPassword: password,
        newPassword: other,
      });
      expect(data.name).toBe('Other');
      expect((await world.useCases.getMe(here.me, {})).data.name).toBe('Ana Diaz');
      await world.useCases.login(world.visitor(), { email: 'ana@example.com', password });
    });
  });

  describe('made by the partner', () => {
    const input = { role: 'coach', name: 'Coach A', email: 'coach-a@example.com' } as const;
    const admin = () => world.person({ userId: 'f'.repeat(24), role: 'admin' });

    it('lets a coach sign in, with the coach in the session', async () => {
      const { coachId } = await givenCoach(world);
      const { data: user } = await world.useCases.createUser(world.partner(), { ...input, coachId });
      expect(user).toMatchObject({ role: 'coach', coachId, active: true });
      await world.drain();
      const token = /\/password\/(\S+)/.exec(world.sent.at(-1)!.text)![1]!;
      await world.useCases.resetPassword(world.visitor(), { token, password });
      const { data } = await world.useCases.login(world.visitor(), { email: input.email, password });
      expect(await world.deps.accessTokens.read(data.accessToken)).toMatchObject({
        role: 'coach',
        coachId,
        userId: user.id,
      });
    });

    it('lets an admin make an account, and no other person', async () => {
      const { coachId } = await givenCoach(world);
      await world.useCases.createUser(admin(), { ...input, coachId });
      for (const role of ['client', 'coach', 'staff'] as const)
        expect(
          await codeOf(world.useCases.createUser(world.person({ userId: 'u', role, coachId }), { ...input, coachId })),
        ).toBe('FORBIDDEN');
    });

    it.each([
      ['a coach works for a coach', { ...input }, 'INVALID_REQUEST'],
      ['a coach is there', { ...input, coachId: 'd'.repeat(24) }, 'COACH_NOT_FOUND'],
      ['staff is of a team', { ...input, role: 'staff', coachId: 'own' }, 'INVALID_REQUEST'],
      [
        'staff is of the team of that coach',
        { ...input, role: 'staff', coachId: 'own', staffId: 'd'.repeat(24) },
        'STAFF_NOT_FOUND',
      ],
      ['a coach is no staff', { ...input, coachId: 'own', staffId: 'd'.repeat(24) }, 'INVALID_REQUEST'],
      ['a client works for nobody', { ...input, role: 'client', coachId: 'own' }, 'INVALID_REQUEST'],
      ['an admin works for nobody', { ...input, role: 'admin', staffId: 'd'.repeat(24) }, 'INVALID_REQUEST'],
    ] as const)('refuses to make an account when %s', async (_, given, code) => {
      const { coachId } = await givenCoach(world);
      const asked = {
        ...given,
        ...('coachId' in given && { coachId: given.coachId === 'own' ? coachId : given.coachId }),
      };
      expect(await codeOf(world.useCases.createUser(world.partner(), asked))).toBe(code);
      expect(world.state.users.size).toBe(0);
    });

    it('belongs to no coach of the other mode', async () => {
      const { coachId } = await givenCoach(world);
      const partner = world.partner();
      const live: Context = { ...partner, caller: { ...partner.caller, mode: 'live' } };
      expect(await codeOf(world.useCases.createUser(live, { ...input, coachId }))).toBe('COACH_NOT_FOUND');
    });

    it('requires an e-mail of its own for an account', async () => {
      await world.useCases.createUser(world.partner(), { ...input, role: 'admin' });
      const again = { ...input, role: 'admin', email: 'COACH-A@example.com' } as const;
      expect(await codeOf(world.useCases.createUser(world.partner(), again))).toBe('EMAIL_TAKEN');
      expect(await codeOf(world.useCases.createUser(world.partner({ dryRun: true }), again))).toBe('EMAIL_TAKEN');
    });

    it('makes one account by a repeated request', async () => {
      const context = world.partner({ idempotencyKey: 'key-of-admin' });
      const account = { ...input, role: 'admin' } as const;
      const first = await world.useCases.createUser(context, account);
      expect(await world.useCases.createUser(context, account)).toEqual(first);
      expect(await codeOf(world.useCases.createUser(context, { ...account, name: 'Other' }))).toBe(
        'IDEMPOTENCY_MISMATCH',
      );
    });

    it.each([
      ['a closed account', { active: false }, false],
      ['another name', { name: 'Ana D.' }, true],
    ])('ends the sessions of the person with %s: %j', async (_, patch, alive) => {
      const session = await signedIn();
      await world.useCases.updateUser(admin(), { id: session.user.id, ...patch });
      expect(await isLive(session)).toBe(alive);
    });

    it('opens an account again', async () => {
      const { user } = await signedIn();
      await world.useCases.updateUser(world.partner(), { id: user.id, active: false });
      const { data } = await world.useCases.updateUser(world.partner(), { id: user.id, active: true });
      expect(data.active).toBe(true);
      await world.useCases.login(world.visitor(), { email: 'ana@example.com', password });
    });

    it('changes no account for another partner or mode, nor in a dry run', async () => {
      const session = await signedIn();
      const partner = world.partner();
      const live: Context = { ...partner, caller: { ...partner.caller, mode: 'live' } };
      expect(await codeOf(world.useCases.updateUser(live, { id: session.user.id, active: false }))).toBe(
        'USER_NOT_FOUND',
      );
      await world.useCases.updateUser(world.partner({ dryRun: true }), { id: session.user.id, active: false });
      expect(await isLive(session)).toBe(true);
    });

    it('keeps concurrent changes', async () => {
      const { user } = await signedIn();
      const partner = world.partner();
      await Promise.all([
        world.useCases.updateUser(partner, { id: user.id, name: 'Ana D.' }),
        world.useCases.updateUser(partner, { id: user.id, active: false }),
      ]);
      expect(world.state.users.get(user.id)).toMatchObject({ name: 'Ana D.', active: false });
    });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import type { Context, Role } from '../kernel/context.ts';
import { ACCOUNT_PASSWORD as PASSWORD, anAccount } from '../../../test/application/mailed-tokens.ts';
import { serverFor, signedUp } from '../../../test/application/signed-up.ts';
import { createWorld, givenCoach, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const ana = { name: 'Ana Diaz', email: 'ana@example.com', password: 'seven green kettles' };
const OTHER = 'nine blue kettles';

describe('actions on an account', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));

  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const kinds = async () => {
    await world.drain();
    return world.sent.map(({ kind, to }) => `${kind} ${to}`);
  };
  const token = async (page: string) => {
    await world.drain();
    return new RegExp(`/${page}/(\\S+)`).exec(world.sent.findLast(({ text }) => text.includes(`/${page}/`))!.text)![1]!;
  };
  const acts = () => world.state.audit.map(({ action }) => action);
  const signedIn = async (context = serverFor(world)) => {
    const session = await signedUp(world, ana, context);
    const { sessionId } = (await world.deps.accessTokens.read(session.accessToken))!;
    return {
      ...session,
      id: sessionId!,
      me: (more: Partial<Context> = {}) =>
        world.person({ userId: session.user.id, role: 'client', sessionId: sessionId! }, more),
    };
  };
  const visitorAt = (address: string, device?: { browser: string; system: string }): Context => {
    const visitor = world.visitor();
    return { ...visitor, caller: { ...visitor.caller, address, ...(device && { device }) } };
  };
  const login = (context = world.visitor(), password = ana.password) =>
    world.useCases.login(context, { email: ana.email, password });

  describe('S9 the password of another person', () => {
    it('lets a password be chosen by its owner alone, through an invitation', async () => {
      const { data: user } = await world.useCases.createUser(world.partner(), {
        role: 'admin',
        name: 'Zoe',
        email: 'zoe@example.com',
      });
      expect(await kinds()).toEqual(['invitation zoe@example.com']);
      expect(world.sent[0]!.text).toContain('7 days');
      const link = await token('password');
      const { data } = await world.useCases.resetPassword(world.visitor({ now: plus(NOW, 6 * DAY) }), {
        token: link,
        password: OTHER,
      });
      expect(data.user).toMatchObject({ id: user.id, emailVerified: true });
      expect(await codeOf(world.useCases.resetPassword(world.visitor(), { token: link, password: PASSWORD }))).toBe(
        'TOKEN_INVALID',
      );
      // An invited person has chosen a password and needs no mail about it.
      expect(await kinds()).toHaveLength(1);
    });

    it('sends an invitation until a password was chosen, then a reset', async () => {
      const { data: user } = await world.useCases.createUser(world.partner(), {
        role: 'admin',
        name: 'Zoe',
        email: 'zoe@example.com',
      });
      const send = () => world.useCases.sendPasswordLink(world.partner(), { id: user.id });
      await send();
      await world.useCases.resetPassword(world.visitor(), { token: await token('password'), password: OTHER });
      await send();
      expect(await kinds()).toEqual(
        ['invitation', 'invitation', 'password_reset'].map((kind) => `${kind} zoe@example.com`),
      );
      await world.useCases.updateUser(world.partner(), { id: user.id, active: false });
      expect(await codeOf(send())).toBe('NOT_ALLOWED_NOW');
    });
  });

  describe('S9 a notice to the person', () => {
    it('reports a new password, by a link or in a session', async () => {
      const { me } = await signedIn();
      await world.useCases.updateMe(me(), { currentPassword: ana.password, newPassword: OTHER });
      await world.useCases.requestPasswordReset(world.visitor(), { email: ana.email });
      await world.useCases.resetPassword(world.visitor(), { token: await token('password'), password: ana.password });
      expect((await kinds()).filter((kind) => kind.startsWith('password_changed'))).toHaveLength(2);
    });

    it('reports a sign-in from an unknown address or device, and no other', async () => {
      const firefox = { browser: 'Firefox', system: 'Windows' };
      await signedIn(serverFor(world, { address: '192.0.2.1' }));
      await login(visitorAt('192.0.2.1', firefox));
      await login(visitorAt('192.0.2.1', firefox));
      const news = async () => (await kinds()).filter((kind) => kind.startsWith('new_device')).length;
      expect(await news()).toBe(0);
      await login(visitorAt('192.0.2.9', firefox));
      expect(await news()).toBe(1);
      await login(visitorAt('192.0.2.1', { browser: 'Safari', system: 'iPhone' }));
      expect(await news()).toBe(2);
      expect(world.sent.at(-1)!.text).toContain('Safari, iPhone');
      await login(world.partner());
      expect(await news()).toBe(2);
    });

    it('reports another role, which ends the sessions', async () => {
      const session = await signedIn();
      const { coachId } = await givenCoach(world);
      expect(await codeOf(world.useCases.updateUser(world.partner(), { id: session.user.id, role: 'coach' }))).toBe(
        'INVALID_REQUEST',
      );
      expect(await codeOf(world.useCases.updateUser(world.partner(), { id: session.user.id, coachId }))).toBe(
        'INVALID_REQUEST',
      );
      const { data } = await world.useCases.updateUser(world.partner(), {
        id: session.user.id,
        role: 'coach',
        coachId,
      });
      expect(data).toMatchObject({ role: 'coach', coachId });
      expect(await codeOf(world.useCases.refresh(world.visitor(), session))).toBe('SESSION_INVALID');
      expect(await kinds()).toContain(`role_changed ${ana.email}`);
    });
  });

  it('S9 lets no admin close or demote their own account', async () => {
    const { id } = anAccount(world, PARTNER, 'test', 'admin');
    const me = world.person({ userId: id, role: 'admin' });
    for (const patch of [{ active: false }, { role: 'client' as Role }])
      expect(await codeOf(world.useCases.updateUser(me, { id, ...patch }))).toBe('NOT_ALLOWED_NOW');
    await world.useCases.updateUser(me, { id, name: 'Kim' });
  });

  describe('S9 a change of the e-mail', () => {
    const change = (me: (more?: Partial<Context>) => Context, email = 'new@example.com', password = ana.password) =>
      world.useCases.changeEmail(me(), { email, password });
    const confirm = async (password?: string, context = world.visitor()) =>
      world.useCases.confirmEmail(context, {
        token: await token('email'),
        ...(password !== undefined && { password }),
      });

    it('takes along from which mails the person unsubscribed', async () => {
      const { me } = await signedIn();
      await world.useCases.updateNotifications(me(), { kinds: { follow_up: { email: false } } });
      await change(me);
      await confirm(ana.password);
      const { kinds } = (await world.useCases.getNotifications(me(), {})).data;
      expect(kinds.find(({ kind }) => kind === 'follow_up')!.channels.email).toEqual({ wanted: false });
    });

    it('keeps the old address until the new one is proven, and notifies the old one at both steps', async () => {
      const { me, user } = await signedIn();
      expect((await change(me)).data).toEqual({ sent: true });
      expect((await world.useCases.getMe(me(), {})).data).toMatchObject({
        email: ana.email,
        newEmail: 'new@example.com',
      });
      expect(await codeOf(confirm())).toBe('CREDENTIALS_WRONG');
      expect((await confirm(ana.password)).data).toMatchObject({
        id: user.id,
        email: 'new@example.com',
        emailVerified: true,
      });
      expect(await kinds()).toEqual([
        'email_verification ana@example.com',
        'email_changing ana@example.com',
        'email_change new@example.com',
        'email_changed ana@example.com',
      ]);
      expect(await codeOf(login())).toBe('CREDENTIALS_WRONG');
      await world.useCases.login(world.visitor(), { email: 'new@example.com', password: ana.password });
      expect((await signedUp(world, { ...ana, name: 'New Ana' })).user.id).not.toBe(user.id);
    });

    it('needs the password, and another address than the present one', async () => {
      const { me } = await signedIn();
      expect(await codeOf(change(me, 'new@example.com', OTHER))).toBe('CREDENTIALS_WRONG');
      expect(await codeOf(change(me, 'ANA@example.com'))).toBe('NOT_ALLOWED_NOW');
      expect(
        (await world.useCases.changeEmail(me({ dryRun: true }), { email: 'new@example.com', password: ana.password }))
          .data.sent,
      ).toBe(true);
      expect(await kinds()).toHaveLength(1);
    });

    it('S14 answers a change to another person’s address the same, and notifies its owner only', async () => {
      const { me } = await signedIn();
      await signedUp(world, { ...ana, email: 'bo@example.com' });
      expect((await change(me, 'bo@example.com')).data).toEqual({ sent: true });
      expect((await kinds()).slice(-2)).toEqual(['email_changing ana@example.com', 'account_exists bo@example.com']);
      expect((await world.useCases.getMe(me(), {})).data.newEmail).toBeUndefined();
    });

    it('refuses a change of the e-mail when another account has taken the address meanwhile', async () => {
      const { me } = await signedIn();
      await change(me);
      const link = await token('email');
      await signedUp(world, { ...ana, email: 'new@example.com' });
      expect(await codeOf(world.useCases.confirmEmail(me(), { token: link }))).toBe('EMAIL_TAKEN');
    });

    it('ends with a new password, and with another change', async () => {
      const { me } = await signedIn();
      await change(me);
      const first = await token('email');
      await change(me, 'third@example.com');
      expect(await codeOf(world.useCases.confirmEmail(me(), { token: first }))).toBe('TOKEN_INVALID');
      await world.useCases.updateMe(me(), { currentPassword: ana.password, newPassword: OTHER });
      expect(await codeOf(confirm(OTHER))).toBe('TOKEN_INVALID');
    });
  });

  describe('S9 the audit log', () => {
    it('records an account from the registration to the end of all sessions', async () => {
      const { me, user } = await signedIn();
      const second = (await login()).data;
      await world.useCases.updateMe(me(), { currentPassword: ana.password, newPassword: OTHER });
      await world.useCases.changeEmail(me(), { email: 'new@example.com', password: OTHER });
      await world.useCases.endSessions(me(), {});
      await world.useCases.updateUser(world.partner(), { id: user.id, name: 'Ana D.', active: false });
      await world.useCases.updateUser(world.partner(), { id: user.id, active: true });
      const third = (await login(world.visitor(), OTHER)).data;
      await world.useCases.logout(world.visitor(), third);
      await world.useCases.logout(world.visitor(), second);
      expect(acts()).toEqual([
        'account.registered',
        'account.signed_in',
        'account.signed_in',
        'account.password_changed',
        'account.email_change_asked',
        'account.sessions_ended',
        'account.closed',
        'account.updated',
        'account.reopened',
        'account.signed_in',
        'account.signed_out',
      ]);
      expect(world.state.audit[1]).toMatchObject({
        by: { kind: 'person', id: user.id, role: 'client' },
        subject: { kind: 'user', id: user.id },
      });
    });

    it('records every fifth wrong password in a row, of any caller', async () => {
      const { user } = await signedIn();
      const wrong = async (times: number) => {
        for (let n = 0; n < times; n++) await login(visitorAt(`198.51.100.${n}`), OTHER).catch(() => undefined);
        await world.drain();
      };
      const failures = () => world.state.audit.filter(({ action }) => action === 'account.sign_in_failed');
      await wrong(4);
      expect(failures()).toEqual([]);
      await wrong(1);
      expect(failures()).toMatchObject([{ by: { kind: 'visitor' }, subject: { id: user.id } }]);
      await login();
      await wrong(4);
      expect(failures()).toHaveLength(1);
    });

    it('records coaches’ switches, teams, schedules and reads of leads, but no dry runs', async () => {
      const { coachId } = await givenCoach(world);
      const coach = world.person({ userId: 'c'.repeat(24), role: 'coach', coachId });
      const { data: jane } = await world.useCases.createStaff(coach, { coach: 'me', name: 'Jane' });
      await world.useCases.updateStaff(coach, { coach: 'me', id: jane.id, active: false });
      await world.useCases.deleteStaff(coach, { coach: 'me', id: jane.id });
      await world.useCases.updateSchedule(coach, { coach: 'me', timeZone: 'UTC', workingHours: [] });
      await world.useCases.setDateOverride(coach, { coach: 'me', date: '2026-05-01', ranges: [] });
      await world.useCases.removeDateOverride(coach, { coach: 'me', date: '2026-05-01' });
      await world.useCases.listLeads(coach, { coach: 'me' });
      await world.useCases.updateCoach({ ...coach, dryRun: true }, { coach: 'me', active: false });
      await world.useCases.updateCoach(coach, { coach: 'me', active: false });
      await world.useCases.updateCoach(coach, { coach: 'me', bio: 'New.' });
      expect(acts()).toEqual([
        'coach.created',
        'staff.created',
        'staff.deactivated',
        'staff.deleted',
        'schedule.updated',
        'schedule.date_override_set',
        'schedule.date_override_removed',
        'lead.read',
        'coach.deactivated',
        'coach.updated',
      ]);
      expect(world.state.audit.find(({ action }) => action === 'lead.read')).toMatchObject({
        subject: { kind: 'coach', id: coachId },
        by: { kind: 'person', role: 'coach' },
      });
    });
  });

  describe('S15 sessions', () => {
    it('lists sessions with their devices, the most recently used first, and without an address', async () => {
      const { me, id } = await signedIn();
      world.passTime(HOUR);
      const { data } = await login(visitorAt('192.0.2.1', { browser: 'Firefox', system: 'Windows' }));
      const [other, own, ...more] = (await world.useCases.listSessions(me(), {})).data;
      expect(more).toEqual([]);
      expect(other).toMatchObject({
        browser: 'Firefox',
        system: 'Windows',
        current: false,
        lastUsedAt: '2026-04-13T09:00:00Z',
      });
      expect(own).toMatchObject({ id, current: true, createdAt: '2026-04-13T08:00:00Z' });
      expect(JSON.stringify([other, own])).not.toContain('192.0.2');
      world.passTime(HOUR);
      await world.useCases.refresh(world.visitor(), data);
      expect((await world.useCases.listSessions(me(), {})).data[0]!.lastUsedAt).toBe('2026-04-13T10:00:00Z');
    });

    it('ends sessions one by one, by their own person alone', async () => {
      const { me, id } = await signedIn();
      const other = await signedUp(world, { ...ana, email: 'bo@example.com' });
      const second = (await login()).data;
      const { id: secondId } = (await world.useCases.listSessions(me(), {})).data.find((each) => each.id !== id)!;
      const bo = world.person({ userId: other.user.id, role: 'client' });
      expect(await codeOf(world.useCases.endSession(bo, { id: secondId }))).toBe('SESSION_NOT_FOUND');
      await world.useCases.endSession(me(), { id: secondId });
      expect(await codeOf(world.useCases.endSession(me(), { id: secondId }))).toBe('SESSION_NOT_FOUND');
      expect(await codeOf(world.useCases.refresh(world.visitor(), second))).toBe('SESSION_INVALID');
    });

    it('ends sessions everywhere, except here when that is requested', async () => {
      const session = await signedIn();
      await login();
      expect((await world.useCases.endSessions(session.me(), { keepCurrent: true })).data).toEqual({ ended: 1 });
      const { data: next } = await world.useCases.refresh(world.visitor(), session);
      expect((await world.useCases.endSessions(session.me(), {})).data).toEqual({ ended: 1 });
      expect(await codeOf(world.useCases.refresh(world.visitor(), next))).toBe('SESSION_INVALID');
    });

    it.each([
      ['client', 90, 30],
      ['admin', 7, 1],
    ] as const)(
      'ends sessions of a %s after %i days in use, and after %i without use',
      async (role, absolute, idle) => {
        const { email } = anAccount(world, PARTNER, 'test', role);
        const at = (days: number) => world.visitor({ now: plus(NOW, days * DAY) });
        let { data } = await world.useCases.login(at(0), { email, password: PASSWORD });
        expect(await codeOf(world.useCases.refresh(at(idle), data))).toBe('SESSION_EXPIRED');
        for (let day = idle * 0.9; day < absolute; day += idle * 0.9) {
          world.passTime(HOUR);
          ({ data } = await world.useCases.refresh(at(day), data));
          expect(Date.parse(data.refreshExpiresAt)).toBeLessThanOrEqual(NOW + absolute * DAY);
          expect(Date.parse(data.expiresAt)).toBeLessThanOrEqual(NOW + absolute * DAY);
        }
        expect(await codeOf(world.useCases.refresh(at(absolute), data))).toBe('SESSION_EXPIRED');
      },
    );
  });

  describe('S13 limits of sign-in', () => {
    it('counts the visitor whom a partner’s server names, and no other', async () => {
      await signedUp(world, ana);
      const attempt = (address: string, password = OTHER) => login(serverFor(world, { address }), password);
      for (let n = 0; n < 10; n++) expect(await codeOf(attempt('198.51.100.1'))).toBe('CREDENTIALS_WRONG');
      expect(await codeOf(attempt('198.51.100.1', ana.password))).toBe('LOGIN_LIMIT');
      expect((await attempt('203.0.113.7', ana.password)).data.user.name).toBe('Ana Diaz');
    });

    it('exempts addresses that were named before, and counts unknown ones', async () => {
      await signedUp(world, ana, serverFor(world, { address: '192.0.2.1' }));
      for (let n = 0; n < 60; n++)
        await login(serverFor(world, { address: `198.51.100.${n}` }), OTHER).catch(() => undefined);
      expect(await codeOf(login(serverFor(world, { address: '203.0.113.200' })))).toBe('LOGIN_LIMIT');
      expect((await login(serverFor(world, { address: '192.0.2.1' }))).data.user.name).toBe('Ana Diaz');
    });
  });

  describe('S29 the wrong passwords of one address', () => {
    const gym = '192.0.2.50';
    const spray = async () => {
      for (let n = 0; n < 120; n++)
        await world.useCases
          .login(visitorAt(gym), { email: `member${n}@example.com`, password: OTHER })
          .catch(() => undefined);
    };

    it('locks no one out who has signed in from there before', async () => {
      await signedIn(serverFor(world, { address: gym }));
      await spray();
      expect((await login(visitorAt(gym))).data.user.name).toBe('Ana Diaz');
    });

    it('S14 reveals nothing about that: refuses a wrong password with the limit either way', async () => {
      await signedIn(serverFor(world, { address: gym }));
      await spray();
      const attempt = (email: string) => codeOf(world.useCases.login(visitorAt(gym), { email, password: OTHER }));
      expect([await attempt(ana.email), await attempt('nobody@example.com')]).toEqual(['LOGIN_LIMIT', 'LOGIN_LIMIT']);
    });
  });
});

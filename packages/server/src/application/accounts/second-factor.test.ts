import { beforeEach, describe, expect, it } from 'vitest';
import { plus, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { Context, Mode, Role } from '../kernel/context.ts';
import { codeAt } from '../../../test/application/fake-codes.ts';
import { ACCOUNT_PASSWORD as PASSWORD, anAccount } from '../../../test/application/mailed-tokens.ts';
import { createWorld, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const STEP = 30_000;

describe('S15 a second factor', () => {
  let world: World;
  let now: Instant;
  beforeEach(() => {
    world = createWorld();
    now = NOW;
  });

  const codeOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).code;
  const at = (context: Context, mode: Mode = 'test'): Context => ({
    ...context,
    now,
    caller: { ...context.caller, mode },
  });
  const given = (role: Role = 'client', mode: Mode = 'test') => {
    const user = anAccount(world, PARTNER, mode, role);
    const me = (sessionId?: string) =>
      at(world.person({ userId: user.id, role, ...(sessionId !== undefined && { sessionId }) }), mode);
    const login = (password = PASSWORD) =>
      world.useCases.login(at(world.visitor(), mode), { email: user.email, password });
    const stored = () => world.state.users.get(user.id)!;
    return { user, me, login, stored, mode };
  };
  type Given = ReturnType<typeof given>;
  /** A code of now that was not used. */
  const code = () => codeAt('', (now = plus(now, STEP)));
  const enrolled = async (person: Given, sessionId?: string) => {
    await world.useCases.enrolSecondFactor(person.me(sessionId), { password: PASSWORD });
    return (await world.useCases.confirmSecondFactor(person.me(sessionId), { code: code() })).data.recoveryCodes;
  };
  const tokenOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).details!.secondFactor!.token;
  const complete = (token: string, given: string, { mode }: Given) =>
    world.useCases.completeLogin(at(world.visitor(), mode), { token, code: given });

  it('sets a second factor up with the password and a first code, and never shows its secret again', async () => {
    const person = given();
    expect(await codeOf(world.useCases.enrolSecondFactor(person.me(), { password: 'a guess of many' }))).toBe(
      'CREDENTIALS_WRONG',
    );
    const { data } = await world.useCases.enrolSecondFactor(person.me(), { password: PASSWORD });
    expect(data.uri).toContain(`secret=${data.secret}`);
    expect((await world.useCases.getMe(person.me(), {})).data.secondFactor).toBe(false);
    expect((await person.login()).data.user.secondFactor).toBe(false);
    expect(await codeOf(world.useCases.confirmSecondFactor(person.me(), { code: '000000' }))).toBe('CODE_WRONG');
    const { recoveryCodes } = (await world.useCases.confirmSecondFactor(person.me(), { code: code() })).data;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(recoveryCodes[0]).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(JSON.stringify(person.stored())).not.toContain(recoveryCodes[0]);
    expect((await world.useCases.getMe(person.me(), {})).data.secondFactor).toBe(true);
    expect(await codeOf(world.useCases.enrolSecondFactor(person.me(), { password: PASSWORD }))).toBe('NOT_ALLOWED_NOW');
  });

  it('ends the sessions that were opened without it, except the one of the set-up', async () => {
    const person = given();
    const [here, elsewhere] = [await person.login(), await person.login()];
    const { sessionId } = (await world.deps.accessTokens.read(here.data.accessToken))!;
    await enrolled(person, sessionId);
    const isLive = async ({ refreshToken }: { refreshToken: string }) =>
      world.useCases.refresh(at(world.visitor()), { refreshToken }).then(
        () => true,
        () => false,
      );
    expect([await isLive(here.data), await isLive(elsewhere.data)]).toEqual([true, false]);
    await world.drain();
    expect(world.sent.at(-1)!.kind).toBe('second_factor_enabled');
  });

  it('requires a second factor after the right password, and opens the session', async () => {
    const person = given();
    await enrolled(person);
    expect(await codeOf(person.login('a wrong password'))).toBe('CREDENTIALS_WRONG');
    const token = await tokenOf(person.login());
    expect(await codeOf(complete(token, '123456', person))).toBe('CODE_WRONG');
    expect((await complete(token, code(), person)).data.user.id).toBe(person.user.id);
  });

  it('accepts each code once, and none from before the last one', async () => {
    const person = given();
    await enrolled(person);
    const token = await tokenOf(person.login());
    const used = code();
    await complete(token, used, person);
    expect(await codeOf(complete(token, used, person))).toBe('CODE_WRONG');
    expect(await codeOf(complete(token, codeAt('', now - STEP), person))).toBe('CODE_WRONG');
    const raced = code();
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => complete(token, raced, person)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('accepts a recovery code instead, once, in any spelling', async () => {
    const person = given();
    const [one, two] = await enrolled(person);
    const token = await tokenOf(person.login());
    await complete(token, one!.toUpperCase().replaceAll('-', ' '), person);
    expect(await codeOf(complete(token, one!, person))).toBe('CODE_WRONG');
    const { data } = await world.useCases.renewRecoveryCodes(person.me(), { password: PASSWORD, code: code() });
    expect(await codeOf(complete(token, two!, person))).toBe('CODE_WRONG');
    await complete(token, data.recoveryCodes[0]!, person);
    expect(world.state.audit.filter(({ action }) => action === 'account.recovery_code_used')).toHaveLength(2);
  });

  it('gives a sign-in five minutes, and ends it with a new password', async () => {
    const person = given();
    await enrolled(person);
    const token = await tokenOf(person.login());
    now = plus(now, 5 * MINUTE);
    expect(await codeOf(complete(token, code(), person))).toBe('TOKEN_INVALID');
    const second = await tokenOf(person.login());
    await world.useCases.updateMe(person.me(), { currentPassword: PASSWORD, newPassword: 'seven green kettles' });
    expect(await codeOf(complete(second, code(), person))).toBe('TOKEN_INVALID');
  });

  it('resists guesses: ten wrong codes an hour, and a right one does not count', async () => {
    const person = given();
    await enrolled(person);
    const token = await tokenOf(person.login());
    for (let n = 0; n < 12; n++) await complete(await tokenOf(person.login()), code(), person);
    const fresh = await tokenOf(person.login());
    for (let n = 0; n < 10; n++) expect(await codeOf(complete(fresh, '999999', person))).toBe('CODE_WRONG');
    expect(await codeOf(complete(fresh, code(), person))).toBe('LOGIN_LIMIT');
    expect(token).not.toBe('');
  });

  it('requires a second factor after a password reset too, once that is saved', async () => {
    const person = given();
    await enrolled(person);
    await world.useCases.requestPasswordReset(at(world.visitor()), { email: person.user.email });
    await world.drain();
    const link = /\/password\/(\S+)/.exec(world.sent.findLast(({ kind }) => kind === 'password_reset')!.text)![1]!;
    const token = await tokenOf(
      world.useCases.resetPassword(at(world.visitor()), { token: link, password: 'seven green kettles' }),
    );
    expect((await complete(token, code(), person)).data.user.id).toBe(person.user.id);
    await tokenOf(person.login('seven green kettles'));
  });

  it('switches a second factor off with the password and a code, and notifies the person', async () => {
    const person = given();
    await enrolled(person);
    const off = (given: string, password = PASSWORD) =>
      world.useCases.disableSecondFactor(person.me(), { password, code: given });
    expect([await codeOf(off(code(), 'a guess of many')), await codeOf(off('123456'))]).toEqual([
      'CREDENTIALS_WRONG',
      'CODE_WRONG',
    ]);
    expect((await off(code())).data.secondFactor).toBe(false);
    await world.drain();
    expect(world.sent.at(-1)!.kind).toBe('second_factor_disabled');
    expect((await person.login()).data.user.secondFactor).toBe(false);
  });

  it('lets another admin remove a lost second factor, not its owner or a key, and records it in the audit log', async () => {
    const [person, admin] = [given('admin'), given('admin')];
    await enrolled(person);
    const reset = (context: Context) => world.useCases.resetSecondFactor(context, { id: person.user.id });
    expect([await codeOf(reset(person.me())), await codeOf(reset(world.partner()))]).toEqual([
      'NOT_ALLOWED_NOW',
      'FORBIDDEN',
    ]);
    expect((await reset(admin.me())).data.secondFactor).toBe(false);
    expect(await codeOf(reset(admin.me()))).toBe('NOT_ALLOWED_NOW');
    await world.drain();
    expect(world.sent.at(-1)).toMatchObject({ kind: 'second_factor_disabled', to: person.user.email });
    expect(world.state.audit.at(-1)).toMatchObject({
      action: 'account.second_factor_reset',
      subject: { id: person.user.id },
      by: { id: admin.user.id },
    });
  });

  describe('required of admins in live mode', () => {
    const FIT = {
      id: PARTNER,
      slug: 'fit',
      name: 'Fit',
      allowedOrigins: [],
      hosts: [],
      keys: [],
      branding: {},
      limits: {},
      version: 1,
    };
    beforeEach(() => world.deps.partners.insert({ ...FIT, requireSecondFactor: 'admins' }));
    const restricted = (person: Given, sessionId: string): Context => {
      const context = person.me(sessionId);
      const { isRestricted = false } = world.state.sessions.get(sessionId)!;
      return { ...context, caller: { ...context.caller, kind: 'session', isRestricted } as Context['caller'] };
    };

    it('lets an admin without a second factor set one up, and nothing else before', async () => {
      const person = given('admin', 'live');
      const { data } = await person.login();
      expect(data.secondFactorMissing).toBe(true);
      const { sessionId } = (await world.deps.accessTokens.read(data.accessToken))!;
      const me = () => restricted(person, sessionId!);
      for (const asked of [
        () => world.useCases.listUsers(me(), {}),
        () => world.useCases.updateMe(me(), { name: 'Other' }),
      ])
        expect(await codeOf(asked())).toBe('SECOND_FACTOR_MISSING');
      const refreshed = await world.useCases.refresh(at(world.visitor(), 'live'), { refreshToken: data.refreshToken });
      expect(refreshed.data.secondFactorMissing).toBe(true);
      await world.useCases.enrolSecondFactor(me(), { password: PASSWORD });
      await world.useCases.confirmSecondFactor(me(), { code: code() });
      expect((await world.useCases.listUsers(me(), {})).data).toHaveLength(1);
    });

    it.each([
      ['a coach', 'coach', 'live'],
      ['a client', 'client', 'live'],
      ['an admin of test mode', 'admin', 'test'],
    ] as const)('requires no second factor of %s', async (_, role, mode) => {
      const person = given(role, mode);
      world.state.users.set(person.user.id, { ...person.stored(), ...(role === 'coach' && { role: 'client' }) });
      expect((await person.login()).data.secondFactorMissing).toBeUndefined();
    });

    it('applies to earlier sessions with their next refresh', async () => {
      const partner = (await world.deps.partners.byId(PARTNER))!;
      await world.deps.partners.replace({ ...partner, requireSecondFactor: 'none', version: 2 }, 1);
      const person = given('admin', 'live');
      const { data } = await person.login();
      await world.deps.partners.replace({ ...partner, requireSecondFactor: 'admins', version: 3 }, 2);
      now = plus(now, DAY / 2);
      const { data: next } = await world.useCases.refresh(at(world.visitor(), 'live'), {
        refreshToken: data.refreshToken,
      });
      expect([data.secondFactorMissing, next.secondFactorMissing]).toEqual([undefined, true]);
    });
  });
});

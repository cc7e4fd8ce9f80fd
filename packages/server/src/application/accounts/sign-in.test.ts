import { beforeEach, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import type { Context } from '../kernel/context.ts';
import { createUseCases } from '../create-use-cases.ts';
import { fakeAccessTokens } from '../../../test/application/fake-access-tokens.ts';
import { signedUp } from '../../../test/application/signed-up.ts';
import { createWorld, NOW, PARTNER, refusalOf, type World } from '../../../test/application/world.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ana = { name: 'Ana Diaz', email: 'Ana@Example.com', password: 'seven green kettles' };
const credentials = { email: 'ana@example.com', password: ana.password };
const wrong = { ...credentials, password: 'seven red kettles' };

describe('sign-in', () => {
  let world: World;
  beforeEach(() => (world = createWorld()));

  const codeOf = async (promise: Promise<unknown>) => (await refusalOf(promise)).code;
  const from = (address: string): Context => {
    const visitor = world.visitor();
    return { ...visitor, caller: { ...visitor.caller, address } };
  };
  /** The partner's server, asking for this visitor. */
  const asServer = ({ caller, ...context }: Context): Context => ({
    ...context,
    caller: { ...caller, kind: 'secret', keyId: 'sk1', namesVisitor: true } as Context['caller'],
  });
  const inLive = (context: Context): Context => ({ ...context, caller: { ...context.caller, mode: 'live' } });
  const register = async (more: Partial<typeof ana & { phone: string }> = {}, context = world.visitor()) =>
    signedUp(world, { ...ana, ...more }, asServer(context));
  const login = async (context = world.visitor(), given = credentials) =>
    (await world.useCases.login(context, given)).data;

  describe('register', () => {
    it('creates the account of a client and opens the first session', async () => {
      const session = await register({ phone: ' +1 212 555 0100 ' });
      expect(session).toMatchObject({
        expiresAt: '2026-04-13T08:15:00Z',
        refreshExpiresAt: '2026-05-13T08:00:00Z',
        user: {
          role: 'client',
          name: 'Ana Diaz',
          email: 'Ana@Example.com',
          phone: '+12125550100',
          emailVerified: false,
          active: true,
        },
      });
      const [user] = [...world.state.users.values()];
      const [family] = [...world.state.sessions.values()];
      expect(await fakeAccessTokens.read(session.accessToken)).toEqual({
        userId: user!.id,
        role: 'client',
        partnerId: PARTNER,
        mode: 'test',
        sessionId: family!.id,
        issuedAt: NOW,
        expiresAt: NOW + 15 * MINUTE,
      });
    });

    it('returns and stores neither password nor refresh token in clear', async () => {
      const session = await register();
      const stored = JSON.stringify([[...world.state.sessions.values()], [...world.state.idempotency.values()]]);
      expect(stored).not.toContain(session.refreshToken);
      expect(JSON.stringify(session.user)).not.toMatch(/hash|kettles|knownAddresses/i);
    });

    it('signs in to an existing account with its password, and refuses another password', async () => {
      const first = await register();
      const again = await register({ name: 'Somebody', email: 'ANA@example.com ' });
      expect(again.user).toEqual(first.user);
      expect(await codeOf(register({ password: 'nine blue kettles' }))).toBe('EMAIL_TAKEN');
      expect(world.state.users.size).toBe(1);
    });

    it('finds the account of a repeated key; with other content it is refused', async () => {
      const context = world.visitor({ idempotencyKey: 'key-of-ana' });
      const first = await register({}, context);
      expect((await register({}, context)).user.id).toBe(first.user.id);
      expect(await codeOf(register({ email: 'bob@example.com' }, context))).toBe('IDEMPOTENCY_MISMATCH');
    });

    it('stores nothing by which a password could be guessed beside its hash', async () => {
      await register({}, world.visitor({ idempotencyKey: 'key-of-ana' }));
      const [one] = [...world.state.idempotency.values()];
      await register(
        { password: 'nine blue kettles', email: 'bob@example.com' },
        world.visitor({ idempotencyKey: 'key-of-bob' }),
      );
      world = createWorld();
      await register({ password: 'nine blue kettles' }, world.visitor({ idempotencyKey: 'key-of-ana' }));
      expect([...world.state.idempotency.values()][0]!.bodyHash).toBe(one!.bodyHash);
    });

    it('creates one account for many concurrent requests', async () => {
      const sessions = await Promise.all(Array.from({ length: 5 }, () => register()));
      expect(new Set(sessions.map(({ user }) => user.id)).size).toBe(1);
    });

    it('creates another account in the other mode', async () => {
      const [test, live] = [await register(), await register({}, inLive(world.visitor()))];
      expect(live.user.id).not.toBe(test.user.id);
    });

    it.each([
      ['nine77777', 'short'],
      ['password123', 'well known'],
      ['my diaz kettles', 'the name'],
    ])('refuses %s, which is %s', async (password) => {
      const refusal = await refusalOf(register({ password }));
      expect([refusal.code, refusal.details?.problems?.[0]?.path]).toEqual(['PASSWORD_UNSAFE', 'password']);
      expect(world.state.users.size).toBe(0);
    });

    it('refuses an unknown zone', async () => {
      const input = { ...ana, timeZone: 'Mars/Base' };
      expect(await codeOf(world.useCases.register(world.visitor(), input))).toBe('INVALID_REQUEST');
    });

    it('returns in a dry run who it would be, and opens nothing', async () => {
      const session = await register({}, world.visitor({ dryRun: true }));
      expect([session.user.name, session.accessToken, session.refreshToken]).toEqual(['Ana Diaz', '', '']);
      expect([world.state.users.size, world.state.sessions.size, world.state.idempotency.size]).toEqual([0, 0, 0]);
      await register();
      expect(await codeOf(register({ password: 'nine blue kettles' }, world.visitor({ dryRun: true })))).toBe(
        'EMAIL_TAKEN',
      );
    });
  });

  describe('login', () => {
    it('opens a new session each time', async () => {
      const first = await register();
      const second = await login();
      expect(second.user).toEqual(first.user);
      expect(world.state.sessions.size).toBe(2);
    });

    it('answers the same for an unknown e-mail, a wrong password and a closed account, and compares a password each time', async () => {
      const compared: (string | null)[] = [];
      const verify: typeof world.deps.passwords.verify = (hash, password) => {
        compared.push(hash);
        return world.deps.passwords.verify(hash, password);
      };
      const useCases = createUseCases({ ...world.deps, passwords: { ...world.deps.passwords, verify } });
      const { user } = await register();
      const refusals = [
        await refusalOf(useCases.login(world.visitor(), { ...credentials, email: 'nobody@example.com' })),
        await refusalOf(useCases.login(world.visitor(), wrong)),
      ];
      await useCases.updateUser(world.partner(), { id: user.id, active: false });
      refusals.push(await refusalOf(useCases.login(world.visitor(), credentials)));
      expect(new Set(refusals.map(({ message }) => message)).size).toBe(1);
      expect(refusals[0]!.code).toBe('CREDENTIALS_WRONG');
      expect(compared).toEqual([null, 'hash of seven green kettles', 'hash of seven green kettles']);
    });

    it('finds no account of another partner or of the other mode', async () => {
      await register();
      expect(await codeOf(login(inLive(world.visitor())))).toBe('CREDENTIALS_WRONG');
      const visitor = world.visitor();
      expect(await codeOf(login({ ...visitor, caller: { ...visitor.caller, partnerId: 'b'.repeat(24) } }))).toBe(
        'CREDENTIALS_WRONG',
      );
    });

    it('opens nothing with a password that is changed at that moment', async () => {
      const { user } = await register();
      const insert: typeof world.deps.sessions.insert = async (family) => {
        const me = world.person({ userId: user.id, role: 'client' });
        await world.useCases.updateMe(me, { currentPassword: ana.password, newPassword: 'nine blue kettles' });
        await world.deps.sessions.insert(family);
      };
      const useCases = createUseCases({ ...world.deps, sessions: { ...world.deps.sessions, insert } });
      expect(await codeOf(useCases.login(world.visitor(), credentials))).toBe('CREDENTIALS_WRONG');
      expect([...world.state.sessions.values()].every(({ revokedAt }) => revokedAt !== undefined)).toBe(true);
    });

    it('remembers the last twenty addresses, the last one last, and none of a partner’s server', async () => {
      const { user } = await register();
      for (let n = 0; n < 25; n++) await login(from(`192.0.2.${n}`));
      const known = () => world.state.users.get(user.id)!.knownAddresses;
      const before = known();
      expect(before).toHaveLength(20);
      await login(from('192.0.2.10'));
      expect(known()).toHaveLength(20);
      expect(known().at(-1)).toBe(before[5]);
      await login(world.partner());
      expect(known().at(-1)).toBe(before[5]);
      expect(JSON.stringify(known())).not.toContain('192.0.2');
    });
  });

  describe('the limit of failed sign-ins', () => {
    const fail = async (times: number, address: (n: number) => string, email = credentials.email) => {
      const codes: string[] = [];
      for (let n = 0; n < times; n++) codes.push(await codeOf(login(from(address(n)), { ...wrong, email })));
      return codes;
    };
    const refused = (codes: string[]) => codes.filter((code) => code === 'LOGIN_LIMIT').length;

    it('limits sign-in after ten wrong passwords for one e-mail from one address, and returns how long', async () => {
      await register();
      expect(refused(await fail(12, () => '192.0.2.1'))).toBe(2);
      const refusal = await refusalOf(login(from('192.0.2.1')));
      expect([refusal.code, refusal.retryAfter]).toEqual(['LOGIN_LIMIT', 60]);
      expect((await login(from('192.0.2.2'))).user.name).toBe('Ana Diaz');
    });

    it('counts failures only', async () => {
      await register();
      for (let n = 0; n < 150; n++) await login(from('192.0.2.1'));
    });

    it('admits no more when all attempts come at once', async () => {
      await register();
      const codes = await Promise.all(Array.from({ length: 30 }, () => codeOf(login(from('192.0.2.1'), wrong))));
      expect(refused(codes)).toBe(20);
    });

    it('limits an address after a hundred wrong passwords, for any accounts', async () => {
      let codes: string[] = [];
      for (let n = 0; n < 11; n++) codes = [...codes, ...(await fail(10, () => '192.0.2.1', `person${n}@example.com`))];
      expect(refused(codes)).toBe(10);
    });

    it('limits unknown addresses after fifty, and never one that has signed in before', async () => {
      await register({}, from('192.0.2.1'));
      expect(refused(await fail(60, (n) => `198.51.100.${n}`))).toBe(10);
      expect(await codeOf(login(from('203.0.113.200')))).toBe('LOGIN_LIMIT');
      expect((await login(from('192.0.2.1'))).user.name).toBe('Ana Diaz');
    });

    it('limits an e-mail without an account alike', async () =>
      expect(refused(await fail(60, (n) => `198.51.100.${n}`, 'nobody@example.com'))).toBe(10));

    it('applies to register as well, which would otherwise bypass it', async () => {
      await register({}, from('192.0.2.1'));
      const guess = (n: number) => register({ password: `guess number ${n} of many` }, from('192.0.2.9'));
      for (let n = 0; n < 10; n++) expect(await codeOf(guess(n))).toBe('EMAIL_TAKEN');
      expect(await codeOf(guess(10))).toBe('LOGIN_LIMIT');
    });

    it('does not count a partner’s server by its address, since it acts for many', async () => {
      const codes: string[] = [];
      for (let n = 0; n < 150; n++)
        codes.push(await codeOf(login(world.partner(), { ...wrong, email: `person${n}@example.com` })));
      expect(refused(codes)).toBe(0);
    });
  });

  describe('refresh', () => {
    const refresh = async (refreshToken: string, context = world.visitor()) =>
      (await world.useCases.refresh(context, { refreshToken })).data;

    it('returns the next session of the same sign-in', async () => {
      const first = await register();
      world.passTime(10 * MINUTE);
      const second = await refresh(first.refreshToken);
      expect(second).toMatchObject({
        user: first.user,
        expiresAt: '2026-04-13T08:25:00Z',
        refreshExpiresAt: '2026-05-13T08:10:00Z',
      });
      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect(world.state.sessions.size).toBe(1);
      expect((await refresh(second.refreshToken)).user).toEqual(first.user);
    });

    it('ends every session of the sign-in for a token that was used', async () => {
      const first = await register();
      const second = await refresh(first.refreshToken);
      world.passTime(30_001);
      expect(await codeOf(refresh(first.refreshToken))).toBe('SESSION_INVALID');
      expect(await codeOf(refresh(second.refreshToken))).toBe('SESSION_INVALID');
      expect((await login()).user).toEqual(first.user);
    });

    it('returns another successor for a token whose answer was lost, of which the first to be used counts', async () => {
      const first = await register();
      const lost = await refresh(first.refreshToken);
      world.passTime(30_000);
      const received = await refresh(first.refreshToken);
      expect(received.refreshToken).not.toBe(lost.refreshToken);
      const next = await refresh(received.refreshToken);
      expect(await codeOf(refresh(lost.refreshToken))).toBe('SESSION_INVALID');
      expect(await codeOf(refresh(next.refreshToken))).toBe('SESSION_INVALID');
    });

    it('leaves a session to each of two concurrent tabs', async () => {
      const first = await register();
      const tabs = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)]);
      expect(new Set(tabs.map(({ refreshToken }) => refreshToken)).size).toBe(2);
      expect((await refresh(tabs[1].refreshToken)).user).toEqual(first.user);
    });

    it('S29 gives a session to each of twelve concurrent refreshes of one token, and ends nothing', async () => {
      const first = await register();
      const answers = await Promise.all(Array.from({ length: 12 }, () => refresh(first.refreshToken)));
      expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(12);
      expect((await refresh(answers[7]!.refreshToken)).user).toEqual(first.user);
    });

    it('S29 accepts no more than twenty lost answers of one token, and ends nothing for more', async () => {
      const first = await register();
      let last = first;
      for (let n = 0; n < 20; n++) last = await refresh(first.refreshToken);
      expect(await refusalOf(refresh(first.refreshToken))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 30 });
      expect((await refresh(last.refreshToken)).user).toEqual(first.user);
    });

    it('refuses a refresh after 30 days without use, by the clock of the rules', async () => {
      const { refreshToken } = await register();
      const in30Days = world.visitor({ now: plus(NOW, 30 * DAY) });
      expect(await codeOf(refresh(refreshToken, in30Days))).toBe('SESSION_EXPIRED');
      expect((await refresh(refreshToken, world.visitor({ now: plus(NOW, 30 * DAY - 1) }))).refreshExpiresAt).toBe(
        '2026-06-12T07:59:59.999Z',
      );
    });

    it('refuses a refresh once the account is closed', async () => {
      const { user, refreshToken } = await register();
      world.state.users.set(user.id, { ...world.state.users.get(user.id)!, active: false });
      expect(await codeOf(refresh(refreshToken))).toBe('SESSION_INVALID');
      world.state.users.set(user.id, { ...world.state.users.get(user.id)!, active: true });
      expect(await codeOf(refresh(refreshToken))).toBe('SESSION_INVALID');
    });

    it('refuses a made-up token, and ends nothing because of one', async () => {
      const { refreshToken } = await register();
      expect(await codeOf(refresh('made-up'))).toBe('SESSION_INVALID');
      const unknown = world.deps.tokens.signRefresh({ sessionId: 'f'.repeat(24), secret: 's' });
      expect(await codeOf(refresh(unknown))).toBe('SESSION_INVALID');
      expect((await refresh(refreshToken)).user.name).toBe('Ana Diaz');
    });

    it('refuses a key of another partner or mode', async () => {
      const { refreshToken } = await register();
      expect(await codeOf(refresh(refreshToken, inLive(world.visitor())))).toBe('SESSION_INVALID');
      expect((await refresh(refreshToken)).user.name).toBe('Ana Diaz');
    });
  });

  describe('logout', () => {
    const logout = (refreshToken: string, context = world.visitor()) =>
      world.useCases.logout(context, { refreshToken });

    it('ends every session of the sign-in and no other', async () => {
      const [first, other] = [await register(), await login()];
      expect(await logout(first.refreshToken)).toEqual({ data: { signedOut: true } });
      expect(await codeOf(world.useCases.refresh(world.visitor(), first))).toBe('SESSION_INVALID');
      expect((await world.useCases.refresh(world.visitor(), other)).data.user).toEqual(first.user);
    });

    it('accepts an unknown token, or another partner’s key, and ends nothing', async () => {
      const session = await register();
      await logout('made-up');
      await logout(session.refreshToken, inLive(world.visitor()));
      await world.useCases.refresh(world.visitor(), session);
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Session } from '../schemas.ts';
import { answered, fakeFetch } from '../testing/fake-fetch.ts';
import type { FakeAnswer } from '../testing/fake-fetch.ts';
import { fixtures } from '../testing/fixtures.ts';
import { problem } from '../testing/problem.ts';
import { createTransport } from '../transport/create-transport.ts';
import { getMe } from '../resources/accounts.ts';
import { createSession } from './create-session.ts';

const start = Date.parse('2026-04-14T08:00:00Z');
const minute = 60_000;
const networkDown = new TypeError('fetch failed');

/** Returns a token as the server creates them, which lasts for 15 minutes by its own claim. */
function jwt(name: string): string {
  const payload = btoa(JSON.stringify({ name, iat: start / 1000, exp: start / 1000 + 900 }));
  return `h.${payload.replace(/=+$/, '').replace(/\+/g, '-').replace(/\//g, '_')}.s`;
}
const grant = (name: string): Session => ({
  ...fixtures.session,
  accessToken: jwt(name),
  refreshToken: `refresh-${name}`,
});

function memoryStorage() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (name: string) => values.get(name) ?? null,
    setItem: (name: string, value: string) => void values.set(name, value),
    removeItem: (name: string) => void values.delete(name),
  };
}

/** Locks that all tabs of a test share. */
function sharedLocks() {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request<T>(_: string, run: () => Promise<T>): Promise<T> {
      const next = last.then(run, run);
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function given(...answers: [FakeAnswer, ...FakeAnswer[]]) {
  const fake = fakeFetch(...answers);
  const storage = memoryStorage();
  const locks = sharedLocks();
  let now = start;
  const tab = (more: Partial<Parameters<typeof createSession>[0]> = {}) =>
    createSession({
      baseUrl: 'https://book.example',
      publishableKey: 'pk_test_demo',
      fetch: fake.fetch,
      backoff: () => 0,
      clock: () => now,
      storage,
      locks,
      ...more,
    });
  const paths = () => fake.sent.map(({ url }) => url.pathname.replace('/v1/auth/', ''));
  return { ...fake, storage, tab, paths, pass: (milliseconds: number) => (now += milliseconds) };
}

async function signedIn(...answers: FakeAnswer[]) {
  const world = given(answered(grant('one')), ...answers);
  const session = world.tab();
  await session.signIn('coach-a@example.com', 'seven green kettles');
  return { ...world, session };
}

describe('signing in', () => {
  test('sends the e-mail and the password with the publishable key, and returns the person', async () => {
    const { session, sent } = await signedIn();
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: { email: 'coach-a@example.com', password: 'seven green kettles' },
    });
    expect(sent[0]?.headers.get('X-Publishable-Key')).toBe('pk_test_demo');
    expect(session.$session.get()).toEqual(fixtures.user);
    expect(await session.token()).toBe(jwt('one'));
  });

  test('S15 reports that an admin has to set up a second factor first, in every tab', async () => {
    const { tab } = given(answered({ ...grant('one'), secondFactorMissing: true }), answered(grant('two')));
    const session = tab();
    expect(session.lacksSecondFactor()).toBe(false);
    await session.signIn('admin@example.com', 'p');
    expect([session.lacksSecondFactor(), tab().lacksSecondFactor()]).toEqual([true, true]);
    await session.token({ expired: true });
    expect(session.lacksSecondFactor()).toBe(false);
  });

  test('reports why signing in fails, and signs no person in', async () => {
    const { tab, storage } = given(problem('CREDENTIALS_WRONG'));
    const session = tab();
    await expect(session.signIn('a@example.com', 'wrong')).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'CREDENTIALS_WRONG',
    });
    expect([session.$session.get(), await session.token(), storage.values.size]).toEqual([null, null, 0]);
  });

  test('S15 continues with the code of a second factor, and has no person signed in before', async () => {
    const secondFactor = { token: 'half', expiresAt: '2026-04-14T08:05:00Z' };
    const { tab, storage, sent } = given(
      problem('SECOND_FACTOR_REQUIRED', { details: { secondFactor } }),
      problem('CODE_WRONG'),
      answered(grant('one')),
    );
    const session = tab();
    await expect(session.signIn('a@example.com', 'p')).rejects.toMatchObject({
      code: 'SECOND_FACTOR_REQUIRED',
      details: { secondFactor },
    });
    await expect(session.signInWithCode('half', '000000')).rejects.toMatchObject({
      name: 'AuthenticationError',
      code: 'CODE_WRONG',
    });
    expect([session.$session.get(), storage.values.size]).toEqual([null, 0]);
    expect(await session.signInWithCode('half', '123456')).toEqual(fixtures.user);
    expect(sent.at(-1)).toMatchObject({ body: { token: 'half', code: '123456' } });
    expect(await session.token()).toBe(jwt('one'));
  });

  test('keeps no password', async () => {
    const { storage } = await signedIn();
    expect([...storage.values.values()].join()).not.toContain('kettles');
  });

  test('survives a reload of the page', async () => {
    const { tab, sent } = await signedIn();
    const reloaded = tab();
    expect(reloaded.$session.get()).toEqual(fixtures.user);
    expect(await reloaded.token()).toBe(jwt('one'));
    expect(sent).toHaveLength(1);
  });

  test('works without a storage, for as long as the page is there', async () => {
    const forbidden = () => {
      throw new Error('forbidden');
    };
    const { tab } = given(answered(grant('one')));
    const session = tab({ storage: { getItem: forbidden, setItem: forbidden, removeItem: forbidden } });
    await session.signIn('a@example.com', 'p');
    expect(await session.token()).toBe(jwt('one'));
  });

  test('ignores the stored data of another version', () => {
    for (const text of ['{', '{}', '7', 'null']) {
      const { tab, storage } = given(answered({}));
      storage.setItem('coach-booking:1:session:pk_test_demo', text);
      expect(tab().$session.get()).toBeNull();
    }
  });
});

describe('a token', () => {
  test('refreshes a token when less than a minute is left, with the last refresh token', async () => {
    const { session, pass, sent, paths } = await signedIn(answered(grant('two')), answered(grant('three')));
    pass(14 * minute - 1);
    expect(await session.token()).toBe(jwt('one'));
    pass(1);
    expect(await session.token()).toBe(jwt('two'));
    pass(14 * minute);
    expect(await session.token()).toBe(jwt('three'));
    expect(paths()).toEqual(['login', 'refresh', 'refresh']);
    expect(sent.map(({ body }) => body)).toMatchObject([
      {},
      { refreshToken: 'refresh-one' },
      { refreshToken: 'refresh-two' },
    ]);
  });

  test('lasts as long as its claim, independent of the device’s clock', async () => {
    const { tab, paths } = given(answered(grant('one')));
    const session = tab({ clock: () => start + 365 * 24 * 60 * minute });
    await session.signIn('a@example.com', 'p');
    expect(await session.token()).toBe(jwt('one'));
    expect(paths()).toEqual(['login']);
  });

  test('refreshes a token once for all calls at the same time, in all tabs', async () => {
    const { session, tab, pass, paths } = await signedIn(answered(grant('two')), problem('SESSION_INVALID'));
    const other = tab();
    pass(14 * minute);
    const tokens = await Promise.all([session.token(), session.token(), other.token(), other.token()]);
    expect(new Set(tokens)).toEqual(new Set([jwt('two')]));
    expect(paths()).toEqual(['login', 'refresh']);
  });

  test('refreshes a token once for all calls in one tab that has no locks', async () => {
    const { session: _, tab, pass, paths } = await signedIn(answered(grant('two')), problem('SESSION_INVALID'));
    const old = tab({ locks: undefined as never });
    pass(14 * minute);
    expect(await Promise.all([old.token(), old.token()])).toEqual([jwt('two'), jwt('two')]);
    expect(paths()).toEqual(['login', 'refresh']);
  });

  test('replaces a refused token once for all refused calls', async () => {
    const { session, paths } = await signedIn(answered(grant('two')), problem('SESSION_INVALID'));
    const refused = { expired: true, refused: jwt('one') } as const;
    expect(await Promise.all([session.token(refused), session.token(refused)])).toEqual([jwt('two'), jwt('two')]);
    expect(paths()).toEqual(['login', 'refresh']);
  });

  test('replaces a token that is reported as expired', async () => {
    const { session } = await signedIn(answered(grant('two')));
    expect(await session.token({ expired: true })).toBe(jwt('two'));
  });

  test.each(['SESSION_INVALID', 'SESSION_EXPIRED'] as const)('signs out when the server answers %s', async (code) => {
    const { session, pass, storage } = await signedIn(problem(code));
    pass(20 * minute);
    expect(await session.token()).toBeNull();
    expect([session.$session.get(), storage.values.size]).toEqual([null, 0]);
  });

  test('returns a token while it lasts when the server cannot be reached', async () => {
    const { session, pass } = await signedIn(networkDown);
    pass(14 * minute + 1);
    expect(await session.token()).toBe(jwt('one'));
  });

  test.each([
    ['the network is away', networkDown, 'ConnectionError'],
    ['the server is broken', problem('INTERNAL'), 'ServerError'],
    ['the key is not right', problem('KEY_INVALID'), 'AuthenticationError'],
  ])('throws, and does not sign out, when the token has ended and %s', async (_, answer, name) => {
    const { session, pass } = await signedIn(answer, answer, answer, answered(grant('two')));
    pass(16 * minute);
    const failed = session.token();
    await expect(failed).rejects.toMatchObject({ name });
    expect(session.$session.get()).toEqual(fixtures.user);
  });

  test('sends the token with the calls of a transport', async () => {
    const { session, fetch, sent } = await signedIn(
      problem('SESSION_EXPIRED'),
      answered(grant('two')),
      answered(fixtures.user),
    );
    const transport = createTransport({ baseUrl: 'https://book.example', fetch, session: session.token });
    expect(await getMe(transport)).toEqual(fixtures.user);
    expect(sent.map(({ headers }) => headers.get('Authorization'))).toEqual([
      null,
      `Bearer ${jwt('one')}`,
      null,
      `Bearer ${jwt('two')}`,
    ]);
  });
});

describe('signing out', () => {
  test('ends the session here, in other tabs and on the server', async () => {
    const { session, tab, sent } = await signedIn(answered({ signedOut: true }));
    const other = tab();
    await session.signOut();
    expect([session.$session.get(), await session.token(), await other.token(), other.$session.get()]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect(sent[1]).toMatchObject({ body: { refreshToken: 'refresh-one' } });
  });

  test('works when the server cannot be reached', async () => {
    const { session, storage } = await signedIn(networkDown);
    await session.signOut();
    expect([session.$session.get(), storage.values.size]).toEqual([null, 0]);
  });

  test('wins over a refresh that was waiting', async () => {
    const { session, pass } = await signedIn(answered({ signedOut: true }));
    pass(14 * minute);
    const [, token] = await Promise.all([session.signOut(), session.token()]);
    expect(token).toBeNull();
  });
});

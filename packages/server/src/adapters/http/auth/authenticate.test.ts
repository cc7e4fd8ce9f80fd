import { beforeAll, describe, expect, it } from 'vitest';
import { instant, minus, plus } from '@coach-booking/time/instant';
import { createMemoryState } from '../../memory/memory-state.ts';
import { createMemoryPartners } from '../../memory/partners.ts';
import { createMemorySessions } from '../../memory/sessions.ts';
import type { ManageGrant } from '../../../application/ports/tokens.ts';
import type { Refusal } from '../../../application/kernel/refusal.ts';
import { fakeAccessTokens } from '../../../../test/application/fake-access-tokens.ts';
import type { Scheme } from '../spec/operations.ts';
import * as fit from '../../../../test/http/partners.ts';
import { operatorKeyCheck } from './operator-key.ts';
import { createFloods } from '../floods.ts';
import { createAuthenticate, type AuthenticationDeps, type Authentication } from './authenticate.ts';

const now = instant(Date.UTC(2026, 3, 10));
const publicOrigin = 'https://book.example';
const grant: ManageGrant = {
  bookingId: '665f00000000000000000021',
  partnerId: fit.testPartners[0]!.id,
  mode: 'test',
  nonce: 'n',
  expiresAt: plus(now, 1000),
};
const grants: Readonly<Record<string, ManageGrant>> = { good: grant, live: { ...grant, mode: 'live' } };

/** A person whose affiliation has ended. */
const GONE = '9'.repeat(24);
const operatorKey = 'o'.repeat(32);
const sessions = createMemorySessions(createMemoryState());

const deps: AuthenticationDeps = {
  partners: createMemoryPartners(fit.testPartners),
  tokens: {
    readManage: (token, at) => {
      const found = grants[token];
      return found && at < found.expiresAt ? found : null;
    },
  },
  accessTokens: fakeAccessTokens,
  sessions,
  standing: async ({ userId }) => userId !== GONE,
  realNow: () => now,
  publicOrigin: () => publicOrigin,
  isOperatorKey: operatorKeyCheck(operatorKey),
  badKeys: createFloods({ most: 1000 }),
};
const authenticate = createAuthenticate(deps);

type Headers = Readonly<Record<string, string>>;
const attendee = new Set<Scheme>(['publishableKey', 'secretKey', 'session']);
const coachSide = new Set<Scheme>(['secretKey', 'session']);
const ofBooking = new Set<Scheme>(['bookingToken', 'secretKey', 'session']);
const signIn = new Set<Scheme>(['publishableKey', 'secretKey']);
const ofOperator = new Set<Scheme>(['operatorKey']);

const authenticateWith = (schemes: ReadonlySet<Scheme>, headers: Headers, query = {}): Promise<Authentication> =>
  authenticate({ headers: { host: 'book.example', ...headers }, query, address: '192.0.2.1' }, schemes);
const codeOf = async (known: Promise<Authentication>): Promise<string> =>
  known.then(
    ({ caller }) => caller.kind,
    (error: unknown) => (error as Refusal).code,
  );
const bearer = (key: string): Headers => ({ authorization: `Bearer ${key}` });
const key = (value: string): Headers => ({ 'x-publishable-key': value });
const from = (origin: string): Headers => ({ origin });
const sameOrigin: Headers = { 'sec-fetch-site': 'same-origin' };

describe('S17 unknown keys', () => {
  it('refuses unknown keys without a read of the store after too many from an address, while valid keys work', async () => {
    const asked: string[] = [];
    const partners = createMemoryPartners(fit.testPartners);
    const counted = {
      ...partners,
      byKey: (lookup: string) => (asked.push(lookup), partners.byKey(lookup)),
      isKnownKey: (lookup: string) => lookup === fit.testKey,
    };
    const authenticateCounted = createAuthenticate({ ...deps, partners: counted, badKeys: createFloods({ most: 3 }) });
    const at = (value: string, address: string) =>
      codeOf(authenticateCounted({ headers: { ...key(value), origin: fit.fitOrigin }, query: {}, address }, attendee));
    const codes = [];
    for (let i = 0; i < 5; i++) codes.push(await at(`pk_test_made_up_${i}`, '192.0.2.1'));
    expect(codes).toEqual(['KEY_INVALID', 'KEY_INVALID', 'KEY_INVALID', 'RATE_LIMITED', 'RATE_LIMITED']);
    expect(asked).toHaveLength(3);
    expect(await at(fit.testKey, '192.0.2.1')).toBe('publishable');
    expect(await at('pk_test_made_up_9', '192.0.2.2')).toBe('KEY_INVALID');
  });
});

describe('a publishable key', () => {
  it.each<[string, Headers, string]>([
    ['works on an origin of its partner', { ...key(fit.testKey), ...from(fit.fitOrigin) }, 'publishable'],
    ['works on the server’s own origin', { ...key(fit.testKey), ...from(publicOrigin) }, 'publishable'],
    ['works on an own page that sends no origin', { ...key(fit.testKey), ...sameOrigin }, 'publishable'],
    [
      'works on an own page reached by an address of this machine',
      { ...key(fit.testKey), ...from('http://192.0.2.7:4000'), ...sameOrigin, host: '192.0.2.7:4000' },
      'publishable',
    ],
    [
      'S29 is refused to a page whose name was made to lead here, as a GET sends no origin',
      { ...key(fit.testKey), ...sameOrigin, host: 'rebound.evil.example' },
      'ORIGIN_NOT_ALLOWED',
    ],
    [
      'S29 is refused to a page whose name was made to lead here, with its origin',
      { ...key(fit.testKey), ...from('http://rebound.evil.example'), ...sameOrigin, host: 'rebound.evil.example' },
      'ORIGIN_NOT_ALLOWED',
    ],
    [
      'fails on a foreign page that is its own same origin elsewhere',
      { ...key(fit.testKey), ...from('https://evil.example'), ...sameOrigin },
      'ORIGIN_NOT_ALLOWED',
    ],
    ['fails on the origin of another partner', { ...key(fit.testKey), ...from(fit.otherOrigin) }, 'ORIGIN_NOT_ALLOWED'],
    [
      'fails on a subdomain of an allowed origin',
      { ...key(fit.testKey), ...from('https://www.fit.example') },
      'ORIGIN_NOT_ALLOWED',
    ],
    [
      'fails on another port of an allowed origin',
      { ...key(fit.testKey), ...from(`${fit.fitOrigin}:8443`) },
      'ORIGIN_NOT_ALLOWED',
    ],
    [
      'fails on another protocol of an allowed origin',
      { ...key(fit.testKey), ...from('http://fit.example') },
      'ORIGIN_NOT_ALLOWED',
    ],
    ['fails in a sandboxed frame', { ...key(fit.testKey), ...from('null') }, 'ORIGIN_NOT_ALLOWED'],
    ['fails without an origin', key(fit.testKey), 'ORIGIN_NOT_ALLOWED'],
    [
      'fails without an origin on another site',
      { ...key(fit.testKey), 'sec-fetch-site': 'cross-site' },
      'ORIGIN_NOT_ALLOWED',
    ],
    ['fails when it is unknown', { ...key('pk_test_nobody'), ...from(fit.fitOrigin) }, 'KEY_INVALID'],
    ['fails when it was revoked', { ...key(fit.revokedKey), ...from(fit.fitOrigin) }, 'KEY_INVALID'],
    ['fails when it has no form of a key', { ...key('{"$gt":""}'), ...from(fit.fitOrigin) }, 'KEY_INVALID'],
  ])('authenticates a publishable key: %s', async (_, headers, expected) =>
    expect(await codeOf(authenticateWith(attendee, headers))).toBe(expected),
  );

  it('accepts a publishable key in the query', async () => {
    const known = await authenticateWith(attendee, from(fit.fitOrigin), { key: fit.liveKey });
    expect(known).toEqual({
      now,
      caller: {
        kind: 'publishable',
        partnerId: fit.testPartners[0]!.id,
        mode: 'live',
        keyId: 'k2',
        address: '192.0.2.1',
      },
      sizes: {},
    });
  });

  it('opens neither a booking nor the coach side by itself', async () => {
    const headers = { ...key(fit.testKey), ...from(fit.fitOrigin) };
    expect(await codeOf(authenticateWith(ofBooking, headers))).toBe('KEY_MISSING');
    expect(await codeOf(authenticateWith(coachSide, headers))).toBe('KEY_MISSING');
  });

  it('finds no publishable key by the hash of a secret key', async () => {
    const hash = fit.testPartners[0]!.keys[3]!.lookup;
    expect(await codeOf(authenticateWith(attendee, { ...key(hash), ...from(fit.fitOrigin) }))).toBe('KEY_INVALID');
  });
});

describe('a secret key', () => {
  it.each<[string, Headers, string]>([
    ['works without an origin', bearer(fit.testSecret), 'secret'],
    ['works for as long as the overlap lasts when it was rolled', bearer(fit.rolledSecret), 'secret'],
    ['fails when the overlap ends', bearer(fit.rolledOutSecret), 'KEY_INVALID'],
    ['wins over a publishable key', { ...bearer(fit.testSecret), ...key(fit.testKey) }, 'secret'],
    [
      'is refused with any origin, an allowed one too',
      { ...bearer(fit.testSecret), ...from(fit.fitOrigin) },
      'SECRET_KEY_IN_BROWSER',
    ],
    ['is refused from an own page', { ...bearer(fit.testSecret), ...sameOrigin }, 'SECRET_KEY_IN_BROWSER'],
    [
      'is refused in the place of a publishable key',
      { ...key(fit.testSecret), ...from(fit.fitOrigin) },
      'SECRET_KEY_IN_BROWSER',
    ],
    ['is told from a server where it belongs', key(fit.testSecret), 'KEY_INVALID'],
    ['fails when it is unknown', bearer('sk_test_nobody'), 'KEY_INVALID'],
    ['is no publishable key', bearer(fit.testKey), 'KEY_INVALID'],
    ['is missing when a proxy’s password is all there is', { authorization: 'Basic dTpw' }, 'KEY_MISSING'],
  ])('authenticates a secret key: %s', async (_, headers, expected) =>
    expect(await codeOf(authenticateWith(attendee, headers))).toBe(expected),
  );
});

describe('the operator’s key', () => {
  it('authenticates the operator, outside all partners', async () => {
    const { caller } = await authenticateWith(ofOperator, bearer(operatorKey));
    expect(caller).toEqual({
      kind: 'operator',
      partnerId: '0'.repeat(24),
      mode: 'live',
      keyId: 'api',
      address: '192.0.2.1',
    });
  });

  it.each<[string, Headers, string]>([
    ['is another than a secret key', bearer(fit.liveSecret), 'KEY_INVALID'],
    ['is another than a longer one', bearer(`${operatorKey}o`), 'KEY_INVALID'],
    ['is missing without a header', key(fit.liveKey), 'KEY_MISSING'],
    ['is refused from a browser', { ...bearer(operatorKey), ...sameOrigin }, 'SECRET_KEY_IN_BROWSER'],
  ])('authenticates the operator’s key: %s', async (_, headers, expected) =>
    expect(await codeOf(authenticateWith(ofOperator, headers))).toBe(expected),
  );

  it('opens nothing of a partner', async () =>
    expect(await codeOf(authenticateWith(coachSide, bearer(operatorKey)))).toBe('KEY_INVALID'));

  it('refuses every operator’s key on a server without one', () => expect(operatorKeyCheck(undefined)('')).toBe(false));
});

describe('a suspended partner', () => {
  const partners = createMemoryPartners(
    fit.testPartners.map((partner) => ({ ...partner, suspendedAt: minus(now, 1) })),
  );
  const access = {
    ...fakeAccessTokens,
    read: async () => ({ ...grant, sessionId: 's', userId: 'u', role: 'admin', issuedAt: 0 }) as never,
  };
  const suspended = createAuthenticate({ ...deps, partners, accessTokens: access });
  it.each<[string, Headers]>([
    ['publishable keys', { ...key(fit.testKey), ...from(fit.fitOrigin) }],
    ['secret keys', bearer(fit.liveSecret)],
    ['booking tokens', { 'x-booking-token': 'good' }],
    ['sessions', bearer('a.b.c')],
  ])('refuses a suspended partner by its %s', async (_, headers) => {
    const asked = suspended(
      { headers: { host: 'book.example', ...headers }, query: {}, address: '' },
      new Set([...attendee, ...ofBooking]),
    );
    expect(await codeOf(asked)).toBe('PARTNER_SUSPENDED');
  });
});

describe('a booking token', () => {
  const token = (value: string): Headers => ({ 'x-booking-token': value });
  it.each<[string, Headers, string]>([
    ['works from anywhere that is no browser', token('good'), 'booking'],
    ['works on an own page', { ...token('good'), ...from(publicOrigin) }, 'booking'],
    ['works on an origin of its partner', { ...token('good'), ...from(fit.fitOrigin) }, 'booking'],
    ['fails on the origin of another partner', { ...token('good'), ...from(fit.otherOrigin) }, 'ORIGIN_NOT_ALLOWED'],
    ['fails when the server did not make it', token('forged'), 'TOKEN_INVALID'],
    [
      'fails once it has expired, by the clock of the rules',
      { ...token('good'), 'x-test-now': '2026-04-10T00:00:01Z' },
      'TOKEN_INVALID',
    ],
    ['works until then', { ...token('good'), 'x-test-now': '2026-04-10T00:00:00.999Z' }, 'booking'],
    [
      'moves no clock in live mode',
      { ...token('live'), 'x-test-now': '2026-04-10T00:00:00Z' },
      'TEST_CLOCK_NOT_ALLOWED',
    ],
    ['yields to a secret key', { ...token('forged'), ...bearer(fit.testSecret) }, 'secret'],
  ])('authenticates a booking token: %s', async (_, headers, expected) =>
    expect(await codeOf(authenticateWith(ofBooking, headers))).toBe(expected),
  );

  it('names its booking', async () =>
    expect((await authenticateWith(ofBooking, token('good'))).caller).toMatchObject({
      bookingId: grant.bookingId,
      nonce: 'n',
      keyId: `booking:${grant.bookingId}`,
    }));

  it('opens nothing but bookings', async () =>
    expect(await codeOf(authenticateWith(attendee, token('good')))).toBe('KEY_MISSING'));
});

describe('a session', () => {
  const coach = { userId: 'u1', role: 'coach', coachId: 'c1' } as const;
  const issuedAt = minus(now, 1000);
  const person = {
    ...coach,
    partnerId: fit.testPartners[0]!.id,
    mode: 'test',
    sessionId: 's1',
    issuedAt,
    expiresAt: plus(now, 1000),
  } as const;
  const family = (id: string, mode: 'test' | 'live' = 'test') => ({
    id,
    partnerId: person.partnerId,
    mode,
    userId: 'u1',
    tokenHashes: [],
    expiresAt: now,
    storedUntil: now,
    version: 1,
    createdAt: now,
  });
  let good: Headers;
  let live: Headers;
  let ended: Headers;
  let unknown: Headers;
  let gone: Headers;

  beforeAll(async () => {
    await sessions.insert(family('s1'));
    await sessions.insert(family('s2', 'live'));
    await sessions.insert({ ...family('s3'), revokedAt: now });
    good = bearer(await fakeAccessTokens.sign(person));
    live = bearer(await fakeAccessTokens.sign({ ...person, sessionId: 's2', mode: 'live' }));
    ended = bearer(await fakeAccessTokens.sign({ ...person, sessionId: 's3' }));
    unknown = bearer(await fakeAccessTokens.sign({ ...person, sessionId: 's4' }));
    gone = bearer(await fakeAccessTokens.sign({ ...person, userId: GONE }));
  });

  it.each<[string, () => Headers, string]>([
    ['works from anywhere that is no browser', () => good, 'session'],
    ['works on an own page', () => ({ ...good, ...from(publicOrigin) }), 'session'],
    ['works on an own page that sends no origin', () => ({ ...good, ...sameOrigin }), 'session'],
    ['works on an origin of its partner', () => ({ ...good, ...from(fit.fitOrigin) }), 'session'],
    ['fails on the origin of another partner', () => ({ ...good, ...from(fit.otherOrigin) }), 'ORIGIN_NOT_ALLOWED'],
    ['fails in a sandboxed frame', () => ({ ...good, ...from('null') }), 'ORIGIN_NOT_ALLOWED'],
    ['wins over a publishable key', () => ({ ...good, ...key(fit.testKey) }), 'session'],
    ['fails when the server did not make it', () => bearer('some.other.token'), 'SESSION_INVALID'],
    ['fails once it was ended', () => ended, 'SESSION_INVALID'],
    ['fails when nobody knows of it', () => unknown, 'SESSION_INVALID'],
    ['S2 fails when its work has ended, though nobody ended the session', () => gone, 'SESSION_INVALID'],
    [
      'fails once it has expired, by the clock of the rules',
      () => ({ ...good, 'x-test-now': '2026-04-10T00:00:01Z' }),
      'SESSION_EXPIRED',
    ],
    ['works until then', () => ({ ...good, 'x-test-now': '2026-04-10T00:00:00.999Z' }), 'session'],
    [
      'moves no clock in live mode',
      () => ({ ...live, 'x-test-now': '2026-04-10T00:00:00Z' }),
      'TEST_CLOCK_NOT_ALLOWED',
    ],
    ['is told from a text that is neither key nor token', () => bearer('hello'), 'KEY_INVALID'],
  ])('authenticates a session: %s', async (_, headers, expected) =>
    expect(await codeOf(authenticateWith(attendee, headers()))).toBe(expected),
  );

  it('states who the person is', async () =>
    expect(await authenticateWith(coachSide, good)).toEqual({
      now,
      sizes: {},
      caller: {
        kind: 'session',
        partnerId: person.partnerId,
        mode: 'test',
        keyId: 'user:u1',
        address: '192.0.2.1',
        ...coach,
        sessionId: 's1',
      },
    }));

  it('yields to the link of one booking, which is more specific', async () =>
    expect(await codeOf(authenticateWith(ofBooking, { ...good, 'x-booking-token': 'good' }))).toBe('booking'));

  it('does not block a key where sessions are not accepted', async () => {
    expect(await codeOf(authenticateWith(signIn, { ...good, ...key(fit.testKey), ...from(fit.fitOrigin) }))).toBe(
      'publishable',
    );
    expect(await codeOf(authenticateWith(signIn, good))).toBe('KEY_MISSING');
  });

  it('cannot be replaced by a secret key', async () =>
    expect(await codeOf(authenticateWith(new Set<Scheme>(['session']), bearer(fit.testSecret)))).toBe('KEY_MISSING'));
});

describe('S13 X-Client-Address', () => {
  const named = (address: string): Headers => ({ 'x-client-address': address });
  it.each([
    ['198.51.100.9', '198.51.100.9'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
  ])('names the visitor of a partner’s server: %s', async (given, address) =>
    expect((await authenticateWith(attendee, { ...bearer(fit.testSecret), ...named(given) })).caller).toMatchObject({
      address,
      namesVisitor: true,
    }),
  );

  it.each<[string, Headers]>([
    ['that is no address', { ...bearer(fit.testSecret), ...named('198.51.100') }],
    ['that is several', { ...bearer(fit.testSecret), ...named('198.51.100.9, 198.51.100.8') }],
    ['of a publishable key', { ...key(fit.testKey), ...from(fit.fitOrigin), ...named('198.51.100.9') }],
  ])('refuses X-Client-Address %s', async (_, headers) =>
    expect(await codeOf(authenticateWith(attendee, headers))).toBe('INVALID_REQUEST'),
  );

  it('accepts a server without X-Client-Address that acts for many', async () =>
    expect((await authenticateWith(attendee, bearer(fit.testSecret))).caller).not.toHaveProperty('namesVisitor'));
});

describe('X-Test-Now', () => {
  it.each<[string, Headers, number | string]>([
    [
      'moves the clock with a test key',
      { ...bearer(fit.testSecret), 'x-test-now': '2026-04-14T13:00:00Z' },
      Date.UTC(2026, 3, 14, 13),
    ],
    ['is real time when absent', bearer(fit.testSecret), now],
    [
      'is refused with a live key',
      { ...bearer(fit.liveSecret), 'x-test-now': '2026-04-14T13:00:00Z' },
      'TEST_CLOCK_NOT_ALLOWED',
    ],
    [
      'is refused with a live key whatever it says',
      { ...bearer(fit.liveSecret), 'x-test-now': 'soon' },
      'TEST_CLOCK_NOT_ALLOWED',
    ],
    [
      'is refused when it is no instant',
      { ...bearer(fit.testSecret), 'x-test-now': '2026-02-30T13:00:00Z' },
      'INVALID_REQUEST',
    ],
    [
      'is refused without Z',
      { ...bearer(fit.testSecret), 'x-test-now': '2026-04-14T13:00:00+02:00' },
      'INVALID_REQUEST',
    ],
  ])('reads X-Test-Now: %s', async (_, headers, expected) => {
    const got = await authenticateWith(attendee, headers).then(
      (known) => known.now,
      (error: unknown) => (error as Refusal).code,
    );
    expect(got).toBe(expected);
  });
});

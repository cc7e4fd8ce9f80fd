import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Role } from '../../application/kernel/context.ts';
import { createMemoryState } from '../memory/memory-state.ts';
import type { RateLimits } from '../../application/ports/rate-limits.ts';
import { createMemorySessions } from '../memory/sessions.ts';
import { fakeAccessTokens } from '../../../test/application/fake-access-tokens.ts';
import { fitOrigin, liveKey, testKey, testSecret } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';

const id = '665f00000000000000000021';
const partnerId = '665f00000000000000000099';
const holdInput = {
  coachId: '665f00000000000000000001',
  serviceId: '665f00000000000000000011',
  start: '2026-04-14T13:00:00Z',
};

describe('limits', () => {
  let app: TestApp;
  let taken: string[];
  let usedUp: string;
  const limits: Pick<RateLimits, 'take'> = {
    take: async (limit, subject) => {
      taken.push(`${limit} ${subject}`);
      return { allowed: limit !== usedUp, limit: 100, remaining: limit === usedUp ? 0 : 42, resetMs: 90_500 };
    },
  };
  const tokens = {
    readManage: () => ({
      bookingId: id,
      partnerId: '665f00000000000000000099',
      mode: 'test' as const,
      nonce: 'n',
      expiresAt: instant(Infinity),
    }),
  };
  const sessions = createMemorySessions(createMemoryState());
  const signedIn = async (role: Role): Promise<Record<string, string>> => {
    const grant = {
      userId: 'u1',
      role,
      partnerId: '665f00000000000000000099',
      mode: 'test',
      sessionId: 's1',
      issuedAt: instant(0),
    } as const;
    return {
      authorization: `Bearer ${await fakeAccessTokens.sign({ ...grant, expiresAt: instant(Date.now() + 60_000) })}`,
    };
  };
  beforeAll(() =>
    sessions.insert({
      id: 's1',
      partnerId: '665f00000000000000000099',
      mode: 'test',
      userId: 'u1',
      tokenHashes: [],
      expiresAt: instant(0),
      storedUntil: instant(0),
      version: 1,
      createdAt: instant(0),
    }),
  );
  beforeAll(
    async () =>
      (app = await startApp({
        limits,
        tokens,
        sessions,
        config: { trustProxy: 1, bodyLimit: 102_400, validateResponses: true, streamsPerCaller: 100 },
      })),
  );
  beforeEach(() => {
    taken = [];
    usedUp = '';
  });
  afterAll(() => app.close());

  const secret = { authorization: `Bearer ${testSecret}` };
  const widget = { 'x-publishable-key': testKey, origin: fitOrigin };
  const ask = (method: string, path: string, headers: Record<string, string>, body?: object) =>
    fetch(app.origin + path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });

  it('counts a secret key as one caller and a publishable key with the address behind the proxy', async () => {
    await ask('GET', '/v1/coaches', { ...secret, 'x-forwarded-for': '192.0.2.7' });
    await ask('GET', '/v1/coaches', { ...widget, 'x-forwarded-for': '198.51.100.1, 192.0.2.7' });
    expect(taken).toEqual(['reads k4', 'reads k1 192.0.2.7']);
  });

  it('counts a manage link by its booking', async () => {
    await ask('DELETE', `/v1/bookings/${id}`, { 'x-booking-token': 'good' });
    expect(taken).toEqual([`writes booking:${id}`]);
  });

  it('counts a browser’s holds twice, since they block time; a dry run and a partner’s server once', async () => {
    await ask('POST', '/v1/holds', widget, holdInput);
    await ask('POST', '/v1/holds?dryRun=true', widget, holdInput);
    await ask('POST', '/v1/holds', secret, holdInput);
    expect(taken).toEqual(['writes k1 127.0.0.1', 'holds k1 127.0.0.1', 'writes k1 127.0.0.1', 'writes k4']);
  });

  it('S7 counts an extension as a hold', async () => {
    await ask('POST', `/v1/holds/${id}/extend`, widget, { holdToken: 't' });
    await ask('POST', `/v1/holds/${id}/extend`, secret, { holdToken: 't' });
    expect(taken).toEqual(['writes k1 127.0.0.1', 'holds k1 127.0.0.1', 'writes k4']);
  });

  it('S7 counts new accounts by the address, in live mode', async () => {
    const account = { name: 'Ana', email: 'ana@example.com', password: 'long enough for all' };
    await ask('POST', '/v1/auth/register', { 'x-publishable-key': liveKey, origin: fitOrigin }, account);
    await ask('POST', '/v1/auth/register?dryRun=true', { 'x-publishable-key': liveKey, origin: fitOrigin }, account);
    await ask('POST', '/v1/auth/register', widget, account);
    await ask('POST', '/v1/auth/register', secret, account);
    const accounts = `registrations ${partnerId} live 127.0.0.1`;
    expect(taken).toEqual([
      'writes k2 127.0.0.1',
      accounts,
      'writes k2 127.0.0.1',
      accounts,
      'writes k1 127.0.0.1',
      'writes k4',
    ]);
  });

  it('counts statistics separately from other reads', async () => {
    await ask('GET', '/v1/coaches/coach-a/bookings/stats', secret);
    await ask('GET', '/v1/coaches/coach-a/bookings/today', secret);
    expect(taken).toEqual(['stats k4', 'reads k4']);
  });

  it('S7 counts a person at every address, and a client’s holds also by the address, since accounts are free', async () => {
    await ask('GET', '/v1/coaches', await signedIn('coach'));
    await ask('POST', '/v1/holds', await signedIn('coach'), holdInput);
    await ask('POST', '/v1/holds', await signedIn('client'), holdInput);
    expect(taken).toEqual([
      'reads user:u1',
      'writes user:u1',
      'writes user:u1',
      'holds user:u1',
      `holds ${partnerId} test 127.0.0.1`,
    ]);
  });

  it('sends the limits in the headers of every answer', async () => {
    const { headers } = await ask('GET', '/v1/coaches', secret);
    expect(['limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))).toEqual([
      '100',
      '42',
      '91',
    ]);
    expect(headers.get('retry-after')).toBeNull();
  });

  it.each([
    ['reads', 'GET', '/v1/coaches', undefined, 'RATE_LIMITED'],
    ['writes', 'POST', '/v1/holds', holdInput, 'RATE_LIMITED'],
    ['holds', 'POST', '/v1/holds', holdInput, 'HOLD_LIMIT'],
  ] as const)('refuses when %s are used up, with a Retry-After', async (limit, method, path, body, code) => {
    usedUp = limit;
    const before = app.calls.length;
    const response = await ask(method, path, widget, body);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('91');
    expect(response.headers.get('ratelimit-remaining')).toBe('0');
    expect(await response.json()).toMatchObject({ code });
    expect(app.calls).toHaveLength(before);
  });

  it('counts no requests without authentication', async () => {
    await ask('GET', '/v1/coaches', {});
    await ask('GET', '/healthz', {});
    expect(taken).toEqual([]);
  });
});

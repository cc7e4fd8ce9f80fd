import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitOrigin, otherKey, otherOrigin, testKey, testSecret } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';

const readable = 'access-control-allow-origin';

describe('cross-origin requests', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.close());

  const preflight = (origin: string, path = '/v1/bookings') =>
    fetch(app.origin + path, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-publishable-key,idempotency-key',
      },
    });
  const get = (headers: Record<string, string>, query = '') => fetch(`${app.origin}/v1/coaches${query}`, { headers });

  it('answers a preflight with success for an origin that some partner lists', async () => {
    const response = await preflight(fitOrigin);
    expect(response.status).toBe(204);
    expect(response.headers.get(readable)).toBe(fitOrigin);
    expect(response.headers.get('access-control-max-age')).toBe('7200');
    expect(response.headers.get('vary')).toContain('Origin');
    const allowed = response.headers.get('access-control-allow-headers')!.toLowerCase().split(',');
    expect(allowed).toEqual(
      expect.arrayContaining([
        'x-publishable-key',
        'x-booking-token',
        'x-hold-token',
        'idempotency-key',
        'x-test-now',
        'content-type',
        'authorization',
      ]),
    );
    expect(response.headers.get('access-control-allow-methods')!.split(',').toSorted()).toEqual([
      'DELETE',
      'GET',
      'PATCH',
      'POST',
      'PUT',
    ]);
  });

  it('answers a preflight of the server’s own origin with success', async () =>
    expect((await preflight(app.origin)).headers.get(readable)).toBe(app.origin));

  it('answers a preflight of an unlisted origin without permission', async () => {
    const response = await preflight('https://nobody.example');
    expect(response.status).toBe(204);
    expect(response.headers.get(readable)).toBeNull();
  });

  it('names exactly the requesting origin, when its key allows it', async () => {
    for (const [key, origin] of [
      [testKey, fitOrigin],
      [otherKey, otherOrigin],
    ] as const) {
      const response = await get({ origin }, `?key=${key}`);
      expect([response.status, response.headers.get(readable)]).toEqual([200, origin]);
    }
  });

  it('refuses a listed origin with the key of another partner, and lets it read why', async () => {
    const response = await get({ origin: otherOrigin }, `?key=${testKey}`);
    expect(response.status).toBe(403);
    expect(response.headers.get(readable)).toBe(otherOrigin);
    expect(await response.json()).toMatchObject({
      code: 'ORIGIN_NOT_ALLOWED',
      error: expect.stringContaining(otherOrigin),
    });
  });

  it('lets an unlisted origin read that it is not allowed, and nothing else', async () => {
    const response = await get({ origin: 'https://nobody.example' }, `?key=${testKey}`);
    expect(response.status).toBe(403);
    expect(response.headers.get(readable)).toBe('https://nobody.example');
    expect(await response.json()).not.toHaveProperty('data');
  });

  it('allows neither credentials nor all origins', async () => {
    for (const response of [await preflight(fitOrigin), await get({ origin: fitOrigin }, `?key=${testKey}`)]) {
      expect(response.headers.get('access-control-allow-credentials')).toBeNull();
      expect(response.headers.get(readable)).not.toBe('*');
    }
  });

  it('exposes the headers for waiting, caching and reporting', async () => {
    const response = await get({ origin: fitOrigin }, `?key=${testKey}`);
    expect(response.headers.get('access-control-expose-headers')!.split(', ')).toEqual(
      expect.arrayContaining([
        'ETag',
        'Retry-After',
        'RateLimit-Limit',
        'RateLimit-Remaining',
        'RateLimit-Reset',
        'X-Request-Id',
        'Date',
      ]),
    );
  });

  it('gives a server without an origin no permission', async () => {
    const response = await get({ authorization: `Bearer ${testSecret}` });
    expect([response.status, response.headers.get(readable)]).toEqual([200, null]);
  });
});

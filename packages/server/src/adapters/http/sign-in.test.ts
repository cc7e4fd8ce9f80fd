import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../application/kernel/refusal.ts';
import { fakeAccessTokens } from '../../../test/application/fake-access-tokens.ts';
import { fitOrigin, testKey } from '../../../test/http/partners.ts';
import { startApp, type TestApp } from '../../../test/http/start-app.ts';

describe('signing in over HTTP', () => {
  let app: TestApp;
  const key = { kid: 'k1', kty: 'EC', alg: 'ES256', use: 'sig', crv: 'P-256', x: 'x', y: 'y' } as const;
  const login = async () => {
    throw new Refusal('LOGIN_LIMIT', 'Too many wrong passwords.', undefined, 840);
  };
  beforeAll(async () => {
    const accessTokens = { ...fakeAccessTokens, keySet: async () => ({ keys: [key] }) };
    app = await startApp({ accessTokens, useCases: { login } });
  });
  afterAll(() => app.close());

  it('returns the seconds until the next attempt, and exposes them to the page', async () => {
    const response = await fetch(`${app.origin}/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-publishable-key': testKey, origin: fitOrigin },
      body: JSON.stringify({ email: 'ana@example.com', password: 'x' }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '840']);
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
    expect(await response.json()).toMatchObject({ code: 'LOGIN_LIMIT' });
  });

  it('keeps sessions out of every cache', async () => {
    const response = await fetch(`${app.origin}/v1/auth/refresh`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-publishable-key': testKey, origin: fitOrigin },
      body: JSON.stringify({ refreshToken: 'x' }),
    });
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('publishes its keys for a short while, without the envelope', async () => {
    const response = await fetch(`${app.origin}/.well-known/jwks.json`, {
      headers: { origin: 'https://nobody.example' },
    });
    expect(await response.json()).toEqual({ keys: [key] });
    expect(response.headers.get('cache-control')).toBe('public, max-age=300');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('demands a session where a key is not enough', async () => {
    const response = await fetch(`${app.origin}/v1/me`, {
      headers: { 'x-publishable-key': testKey, origin: fitOrigin },
    });
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { code: 'KEY_MISSING', error: expect.stringContaining('access token') },
    ]);
  });
});

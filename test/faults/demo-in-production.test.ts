import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../support/api.ts';
import { scratchFolder, startServerProcess } from '../support/server-process.ts';

let data: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => void (data = await scratchFolder()));
afterAll(() => data?.remove());

test('S6 opens nothing in production with the keys and accounts of a folder that held the demo', async () => {
  const secrets = {
    SIGNING_SECRET: 'a secret of the tests, long enough',
    ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const env = { DATA_DIR: data.path, ...secrets };
  const signIn = { email: 'admin@demo.example', password: 'demo-demo-demo' };
  const demo = await startServerProcess(env);
  expect((await ask(demo.url, 'GET', '/v1/users')).status).toBe(200);
  const { body } = await ask(demo.url, 'POST', '/v1/auth/login', signIn);
  const { accessToken, refreshToken } = body.data as { accessToken: string; refreshToken: string };
  expect((await ask(demo.url, 'POST', '/v1/partner/keys', { kind: 'secret', mode: 'live' })).body.code).toBe(
    'NOT_PERMITTED_FIELD',
  );
  await demo.stop();

  const real = await startServerProcess({ ...env, NODE_ENV: 'production' });
  expect((await ask(real.url, 'GET', '/v1/users')).body.code).toBe('KEY_INVALID');
  expect((await ask(real.url, 'POST', '/v1/auth/login', signIn)).body.code).toBe('KEY_INVALID');
  const session = { Authorization: `Bearer ${accessToken}` };
  expect((await ask(real.url, 'GET', '/v1/me', undefined, session)).status).toBe(401);
  const refreshed = await ask(real.url, 'POST', '/v1/auth/refresh', { refreshToken });
  await real.stop();
  expect(refreshed.status).toBe(401);
}, 120_000);

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, createSession } from '@coach-booking/sdk';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoEmailOf, demoPassword } from '../../packages/server/src/demo/demo-accounts.ts';
import { demoKeys } from '../../packages/server/src/demo/load-demo.ts';
import { composeServer, type RunningServer } from '../../packages/server/src/compose.ts';
import { readConfig } from '../../packages/server/src/config.ts';

/** The whole server with its demo accounts, as a page on it meets them. */
describe('signing in to a server that runs', () => {
  let folder: string;
  let server: RunningServer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
    server = await composeServer(readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }));
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const inPage = (): typeof fetch => (input, init) => {
    const request = new Request(input, init);
    request.headers.set('Origin', server.url);
    return fetch(request);
  };
  const open = () => {
    const values = new Map<string, string>();
    const storage = {
      getItem: (name: string) => values.get(name) ?? null,
      setItem: (name: string, value: string) => void values.set(name, value),
      removeItem: (name: string) => void values.delete(name),
    };
    const common = { baseUrl: server.url, fetch: inPage(), retries: 0 };
    const session = createSession({ ...common, publishableKey: demoKeys.publishable, storage });
    return { session, client: createClient({ ...common, session: session.token }) };
  };

  it('works for a coach of the demo, until signing out, which counts at once', async () => {
    const { session, client } = open();
    await session.signIn(demoEmailOf('coach-a'), demoPassword);
    const me = await client.getMe();
    expect(me).toMatchObject({
      role: 'coach',
      name: 'Coach A',
      email: 'coach-a@demo.example',
      timeZone: 'America/New_York',
    });
    expect(me).toEqual(session.$session.get());
    expect(await client.getSchedule({ coach: 'coach-a' })).toMatchObject({ timeZone: 'America/New_York' });
    const token = (await session.token())!;
    await session.signOut();
    const old = createClient({ baseUrl: server.url, fetch: inPage(), session: () => token });
    await expect(old.getMe()).rejects.toMatchObject({ name: 'AuthenticationError', code: 'SESSION_INVALID' });
  });

  it('gives tokens that another server can check with the published keys', async () => {
    const { session } = open();
    await session.signIn(demoEmailOf('admin'), demoPassword);
    const keys = createRemoteJWKSet(new URL(`${server.url}/.well-known/jwks.json`));
    const { payload } = await jwtVerify((await session.token())!, keys);
    expect(payload).toMatchObject({ role: 'admin', mode: 'test' });
  });

  it('continues with the next token', async () => {
    const { session, client } = open();
    await session.signIn(demoEmailOf('coach-b'), demoPassword);
    const first = await session.token();
    expect(await session.token({ expired: true })).not.toBe(first);
    expect((await client.getMe()).name).toBe('Coach B');
  });

  it('refuses after ten wrong passwords, and states for how long', async () => {
    const { session } = open();
    const fail = () => session.signIn(demoEmailOf('coach-c'), 'wrong').catch((error: unknown) => error);
    for (let n = 0; n < 10; n++) expect(await fail()).toMatchObject({ code: 'CREDENTIALS_WRONG' });
    expect(await fail()).toMatchObject({
      name: 'RateLimitedError',
      code: 'LOGIN_LIMIT',
      retryAfter: expect.any(Number),
    });
  });
});

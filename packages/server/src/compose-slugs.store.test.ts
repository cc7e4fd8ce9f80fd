import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type TestStores } from '../test/mongo/open-test-stores.ts';
import { composeServer, type RunningServer } from './compose.ts';
import { readConfig } from './config.ts';

const OPERATOR_KEY = 'o'.repeat(48);
const BARE = { name: 'Kim', slug: 'kim', timeZone: 'UTC' };

interface Opened {
  readonly keys: Readonly<Record<'publishable' | 'secret', Readonly<Record<'test' | 'live', string>>>>;
}

/** S26: two businesses on one server, which call their coaches alike. */
describe('S26 coaches of one name', () => {
  let store: TestStores;
  let server: RunningServer;
  let harbour: Opened['keys'];
  let forge: Opened['keys'];
  beforeAll(async () => {
    store = await openTestStores();
    const given = {
      MONGODB_URI: store.uri,
      SIGNING_SECRET: 's'.repeat(48),
      ENCRYPTION_KEY: 'k'.repeat(43),
      OPERATOR_KEY,
    };
    await store.connection.dropDatabase();
    server = await composeServer(
      readConfig({ ...given, DEMO: '0', PORT: '0', LOG_LEVEL: 'silent', DATA_DIR: '/nowhere' }),
    );
    [harbour, forge] = [await opened('harbour'), await opened('forge')];
  });
  afterAll(async () => {
    await server?.stop();
    await store.close();
  });

  const ask = async (token: string, path: string, body?: object) => {
    const answer = await fetch(`${server.url}/v1${path}`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    const { data, code } = (await answer.json()) as { data?: { id: string; slug: string }; code?: string };
    return data ?? code;
  };
  const opened = async (slug: string): Promise<Opened['keys']> => {
    const admin = { name: 'Ada', email: `ada@${slug}.example` };
    const made = await ask(OPERATOR_KEY, '/partners', {
      name: slug,
      slug,
      allowedOrigins: [`https://${slug}.example`],
      admin,
    });
    return (made as unknown as Opened).keys;
  };
  const create = (token: string, body: object = BARE) => ask(token, '/coaches', body);
  /** The key that a page books by, or its status where it has none. */
  const bookedBy = async (path: string) => {
    const answer = await fetch(`${server.url}${path}`);
    return /publishable-key="([^"]*)"/.exec(await answer.text())?.[1] ?? answer.status;
  };

  it('hides coaches from a key of another mode or partner, without a conflict', async () => {
    const tried = (await create(forge.secret.test)) as { id: string };
    for (const token of [harbour.secret.test, harbour.secret.live, forge.secret.live])
      expect(await ask(token, '/coaches/kim')).toBe('COACH_NOT_FOUND');
    const [test, live] = [await create(harbour.secret.test), await create(harbour.secret.live)] as { id: string }[];
    expect(await create(forge.secret.live)).toBe('SLUG_TAKEN');
    for (const token of [harbour.secret.test, forge.secret.test]) expect(await create(token)).toBe('SLUG_TAKEN');
    expect(await ask(forge.secret.test, '/coaches/kim')).toMatchObject({ id: tried.id });
    expect(await ask(harbour.secret.test, '/coaches/kim')).toMatchObject({ id: test!.id });
    expect(await ask(harbour.secret.live, '/coaches/kim')).toMatchObject({ id: live!.id });
    expect(await ask(forge.secret.live, '/coaches/kim')).toBe('COACH_NOT_FOUND');
  });

  it('leads a booking page to the coach whom the address names, and to none where it does not', async () => {
    expect(await bookedBy('/book/kim')).toBe(harbour.publishable.live);
    expect(await bookedBy('/p/harbour/book/kim')).toBe(harbour.publishable.live);
    expect(await bookedBy('/p/forge/book/kim')).toBe(forge.publishable.test);
    for (const keys of [harbour, forge])
      expect(await bookedBy(`/book/kim?key=${keys.publishable.test}`)).toBe(keys.publishable.test);
    expect(await bookedBy('/book/kim?key=pk_test_nobody')).toBe(404);
    await create(forge.secret.test, { ...BARE, slug: 'lee' });
    expect(await bookedBy('/book/lee')).toBe(404);
    expect(await bookedBy('/p/harbour/book/lee')).toBe(404);
    expect(await bookedBy('/p/forge/book/lee')).toBe(forge.publishable.test);
  });
});

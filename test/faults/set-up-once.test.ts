import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';

const OPERATOR_KEY = 'o'.repeat(40);

describe('S6 the set-up of a store that two server processes share', () => {
  let store: SharedStore;
  let servers: ServerProcess[];
  let codes: string[];
  beforeAll(async () => {
    store = await startSharedStore();
    const env = {
      ...{ MONGODB_URI: store.uri, DEMO: '0', OPERATOR_KEY },
      SIGNING_SECRET: 'a secret of the tests, long enough',
      ENCRYPTION_KEY: Buffer.alloc(32, 5).toString('base64'),
    };
    servers = [await startServerProcess(env), await startServerProcess(env)];
    const codeOf = (server: ServerProcess) => /one-time code: ([\w-]+)/.exec(server.printed())?.[1] ?? '';
    // The code is printed after the start is reported.
    await vi.waitFor(() => expect(servers.map(codeOf)).not.toContain(''));
    codes = servers.map(codeOf);
  }, 120_000);
  afterAll(async () => {
    await Promise.all(servers?.map((server) => server.stop()) ?? []);
    await store?.stop();
  });

  const setUp = async (server: ServerProcess, code: string, n: number): Promise<string> => {
    const body = {
      code,
      name: `Business ${n}`,
      slug: `business-${n}`,
      allowedOrigins: [],
      admin: { email: `admin${n}@example.com` },
    };
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${server.url}/v1/setup`, init);
    const { code: refusal = '' } = (await response.json()) as { code?: string };
    return `${response.status} ${refusal}`.trim();
  };
  const partners = async (server: ServerProcess): Promise<readonly unknown[]> => {
    const response = await fetch(`${server.url}/v1/partners`, { headers: { authorization: `Bearer ${OPERATOR_KEY}` } });
    return ((await response.json()) as { data: unknown[] }).data;
  };

  test('takes one code of one request, whichever process is asked with whichever, and is closed in both from then on', async () => {
    const [first, second] = servers as [ServerProcess, ServerProcess];
    const [one, two] = codes as [string, string];
    expect(one).not.toBe(two);
    for (const server of servers) expect((await fetch(`${server.url}/setup`)).status).toBe(200);

    const tries = [first, second].flatMap((server) =>
      [one, two].flatMap((code) => [server, server].map((at) => [at, code] as const)),
    );
    const answers = await Promise.all(tries.map(([server, code], n) => setUp(server, code, n)));
    expect(answers.filter((answer) => answer === '200')).toHaveLength(1);
    for (const answer of answers.filter((one) => one !== '200'))
      expect(['401 TOKEN_INVALID', '404 ROUTE_NOT_FOUND']).toContain(answer);

    for (const server of servers) {
      expect(await partners(server)).toHaveLength(1);
      for (const code of codes) expect(await setUp(server, code, 9)).toBe('404 ROUTE_NOT_FOUND');
      expect((await fetch(`${server.url}/setup`)).status).toBe(404);
    }
  });
});

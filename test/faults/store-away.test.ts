import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, openLimits } from '../support/api.ts';
import { startServerProcess, type ServerProcess } from '../support/server-process.ts';
import { startSharedStore, type SharedStore } from '../support/store-process.ts';
import { startStoreProxy, type StoreProxy } from '../support/store-proxy.ts';

const common = {
  SIGNING_SECRET: 'a secret of the tests, long enough',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  ...openLimits,
};

describe('S11 a start without its store', () => {
  test.each(['silent', 'refused'] as const)('gives up with a plain sentence when the store is %s', async (state) => {
    const nothing = await startStoreProxy();
    await nothing.set(state);
    const started = startServerProcess({ ...common, MONGODB_URI: nothing.uri, STORE_WAIT_SECONDS: '1' });
    const { message } = await started.then(
      () => new Error('it served'),
      (error: Error) => error,
    );
    await nothing.close();
    expect(message).toMatch(/Waiting for the database: it is unreachable\. The start gives up in 1 s\./);
    expect(message).toMatch(/could not be used for 1 seconds: it is unreachable\. Check MONGODB_URI/);
    expect(message).not.toMatch(/\n +at |Mongo[A-Z]/);
  });
});

describe('S11 a store that becomes unreachable', () => {
  let store: SharedStore;
  let proxy: StoreProxy;
  let server: ServerProcess;
  beforeAll(async () => {
    store = await startSharedStore();
    proxy = await startStoreProxy(store.uri);
    await proxy.set('silent');
    const knocked = proxy.connectionTried();
    const starting = startServerProcess({ ...common, MONGODB_URI: proxy.uri, DEMO: '1' });
    // The first try gets no answer, a later one the store.
    await knocked;
    await proxy.set('through');
    server = await starting;
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await proxy?.close();
    await store?.stop();
  });

  const timed = async (path: string) => {
    const started = performance.now();
    const response = await fetch(server.url + path, { headers: { Authorization: 'Bearer sk_test_demo' } });
    const { code } = (await response.json()) as { code?: string };
    return {
      status: response.status,
      code,
      retryAfter: response.headers.get('retry-after'),
      ms: performance.now() - started,
    };
  };
  const coach = { name: 'Late', timeZone: 'UTC' };

  test.each(['silent', 'refused'] as const)(
    'answers 503 with Retry-After while the store is %s, and finds it again',
    async (state) => {
      expect((await timed('/v1/coaches')).status).toBe(200);
      await proxy.set(state);
      const reads = await Promise.all([...Array(5)].map(() => timed('/v1/coaches?limit=3')));
      for (const { status, code, retryAfter } of reads)
        expect([status, code, retryAfter]).toEqual([503, 'NOT_READY', '5']);
      expect(Math.max(...reads.map(({ ms }) => ms))).toBeLessThan(15_000);
      const write = await ask(server.url, 'POST', '/v1/coaches', coach);
      expect([write.status, write.body.code]).toEqual([503, 'NOT_READY']);
      const page = await fetch(`${server.url}/book/coach-a`);
      expect(page.status).toBe(503);

      const ready = await timed('/readyz');
      expect([ready.status, ready.code]).toEqual([503, 'NOT_READY']);
      expect(ready.ms).toBeLessThan(2000);

      await proxy.set('through');
      await expect.poll(async () => (await timed('/v1/coaches')).status, { timeout: 20_000 }).toBe(200);
      await expect.poll(async () => (await timed('/readyz')).status, { timeout: 20_000 }).toBe(200);
    },
    90_000,
  );
});

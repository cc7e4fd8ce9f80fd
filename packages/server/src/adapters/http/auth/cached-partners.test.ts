import { beforeEach, describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { createMemoryPartners } from '../../memory/partners.ts';
import type { Partners } from '../../../application/ports/partners.ts';
import { fitOrigin, testKey, testPartners } from '../../../../test/http/partners.ts';
import { cachedPartners } from './cached-partners.ts';

describe('cachedPartners', () => {
  let time: number;
  let asked: string[];
  let store: Partners;
  let cached: ReturnType<typeof cachedPartners>;

  beforeEach(() => {
    time = 0;
    asked = [];
    store = createMemoryPartners(testPartners);
    const counted: Partners = {
      ...store,
      byKey: (lookup) => {
        asked.push(lookup);
        return store.byKey(lookup);
      },
    };
    cached = cachedPartners(counted, { now: () => time, ttl: 3000, max: 3 });
  });

  it('reads once for repeated and concurrent calls', async () => {
    await Promise.all([cached.byKey(testKey), cached.byKey(testKey)]);
    expect((await cached.byKey(testKey))?.name).toBe('Fit');
    expect(asked).toEqual([testKey]);
  });

  it('sees a revoked key within seconds', async () => {
    await cached.byKey(testKey);
    await store.replace({ ...testPartners[0]!, keys: [], version: 2 }, 1);
    time = 2999;
    expect(await cached.byKey(testKey)).not.toBeNull();
    time = 3000;
    expect(await cached.byKey(testKey)).toBeNull();
  });

  it('sees a new key within seconds', async () => {
    expect(await cached.byKey('pk_test_new')).toBeNull();
    await store.insert({
      id: 'new',
      name: 'New',
      slug: 'new',
      allowedOrigins: [],
      hosts: [],
      keys: [{ id: 'n', kind: 'publishable', mode: 'test', lookup: 'pk_test_new', createdAt: instant(0) }],
      branding: {},
      limits: {},
      version: 1,
    });
    time = 3000;
    expect((await cached.byKey('pk_test_new'))?.name).toBe('New');
  });

  it('keeps known keys however many made-up ones are tried', async () => {
    await cached.byKey(testKey);
    for (let i = 0; i < 10; i++) await cached.byKey(`pk_test_made_up_${i}`);
    await cached.byKey(testKey);
    expect(asked.filter((lookup) => lookup === testKey)).toHaveLength(1);
  });

  it('drops the oldest when it is full', async () => {
    for (let i = 0; i < 4; i++) await cached.byKey(`pk_test_made_up_${i}`);
    await cached.byKey('pk_test_made_up_3');
    await cached.byKey('pk_test_made_up_0');
    expect(asked).toHaveLength(5);
  });

  it('caches no failure', async () => {
    let broken = true;
    const flaky = cachedPartners(
      { ...store, byId: async (id) => (broken ? Promise.reject(new Error('no connection')) : store.byId(id)) },
      { now: () => time },
    );
    await expect(flaky.byId(testPartners[0]!.id)).rejects.toThrow('no connection');
    broken = false;
    expect((await flaky.byId(testPartners[0]!.id))?.name).toBe('Fit');
  });

  it('caches the origins of all partners', async () => {
    expect(await cached.anyAllows(fitOrigin)).toBe(true);
    expect(await cached.anyAllows('https://nobody.example')).toBe(false);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMongoLimits } from './mongo-limits.ts';
import { openTestStore, type TestStore } from '../../../test/limits/open-connection.ts';

const sizes = {
  reads: 40,
  writes: 7,
  stats: 5,
  meetings: 5,
  imports: 5,
  holds: 3,
  logins: 10,
  loginsOfAddress: 100,
  loginsOfAccount: 50,
  codes: 10,
  mails: 5,
  registrations: 5,
  incentives: 5,
};

describe('limits in the store', () => {
  let store: TestStore;
  beforeAll(async () => (store = await openTestStore()));
  afterAll(() => store.close());

  it('allows no more than the limit over two concurrent processes', async () => {
    const processes = await Promise.all(
      [store.connection, await store.another()].map((connection) => createMongoLimits(connection, sizes)),
    );
    const states = await Promise.all(
      Array.from({ length: 100 }, (_, i) => processes[i % 2]!.take('reads', 'k1 192.0.2.1')),
    );
    const allowed = states.filter((state) => state.allowed).length;
    expect(allowed).toBeLessThanOrEqual(40);
    expect(allowed).toBeGreaterThanOrEqual(38);
  });

  it('reads limits in a process that starts later', async () => {
    const first = await createMongoLimits(store.connection, sizes);
    for (let i = 0; i < 3; i++) await first.take('holds', 'k1 192.0.2.2');
    const later = await createMongoLimits(await store.another(), sizes);
    expect(await later.take('holds', 'k1 192.0.2.2')).toMatchObject({ allowed: false, limit: 3, remaining: 0 });
    expect((await later.take('holds', 'k1 192.0.2.3')).allowed).toBe(true);
  });

  it('stores no address in clear, and lets limits expire by themselves', async () => {
    const limits = await createMongoLimits(store.connection, sizes);
    await limits.take('writes', 'k1 192.0.2.4');
    const collection = store.connection.collection('rate_limits');
    const stored = await collection.find().toArray();
    expect(stored.length).toBeGreaterThan(0);
    expect(JSON.stringify(stored)).not.toContain('192.0.2');
    expect(await collection.indexes()).toContainEqual(
      expect.objectContaining({ key: { expire: -1 }, expireAfterSeconds: 0 }),
    );
  });
});

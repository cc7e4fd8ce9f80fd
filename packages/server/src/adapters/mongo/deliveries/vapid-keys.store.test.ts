import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('the pair of keys for push services', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  it('stores one pair of keys for all processes that start at once, with the private key sealed', async () => {
    const { vapidKeys } = store.stores;
    const made = Array.from({ length: 10 }, (_, n) => ({ publicKey: `public ${n}`, privateKey: `private ${n}` }));
    const agreed = await Promise.all(made.map((pair) => vapidKeys.agree(pair)));
    expect(new Set(agreed.map((pair) => JSON.stringify(pair))).size).toBe(1);
    expect(made).toContainEqual(agreed[0]);
    expect(await vapidKeys.agree({ publicKey: 'late', privateKey: 'late' })).toEqual(agreed[0]);
    const row = await store.connection.collection('push_keys').findOne({});
    expect(row).toMatchObject({ publicKey: agreed[0]!.publicKey });
    expect(JSON.stringify(row)).not.toContain(agreed[0]!.privateKey);
  });
});

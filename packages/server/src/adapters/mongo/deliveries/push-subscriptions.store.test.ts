import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { aSubscription, pushSubscriptionsSuite } from '../../../../test/stores/push-subscriptions-suite.ts';

describe('devices for push messages in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  pushSubscriptionsSuite(() => store.stores.pushSubscriptions);

  it('seals what reaches a device', async () => {
    const subscription = aSubscription({ endpoint: 'https://push.example/s3cret-place' });
    await store.stores.pushSubscriptions.save(subscription);
    const rows = store.connection.collection<{ _id: string }>('push_subscriptions');
    const row = await rows.findOne({ _id: subscription.id });
    expect(row).toMatchObject({ userId: subscription.userId, mode: 'test' });
    const written = JSON.stringify(row);
    for (const secret of ['s3cret-place', subscription.keys.auth, subscription.keys.p256dh])
      expect(written).not.toContain(secret);
  });
});

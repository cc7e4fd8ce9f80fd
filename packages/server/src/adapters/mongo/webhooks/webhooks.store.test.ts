import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY } from '@coach-booking/time/units';
import { aWebhookDelivery } from '../../../../test/application/a-webhook-delivery.ts';
import { now } from '../../../../test/stores/fixtures.ts';
import {
  anEndpoint,
  webhookCountsSuite,
  webhookDeliveriesSuite,
  webhookEndpointsSuite,
} from '../../../../test/stores/webhooks-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('webhooks in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());
  const rowOf = (collection: string, id: string) =>
    store.connection.collection<{ _id: string; goneAt: Date }>(collection).findOne({ _id: id });

  webhookEndpointsSuite(() => store.stores.webhookEndpoints);
  webhookDeliveriesSuite(() => store.stores.webhookDeliveries);
  webhookCountsSuite(() => store.stores.webhookDeliveries);

  it('R23 seals secrets, bodies and answers of webhooks', async () => {
    const endpoint = anEndpoint();
    await store.stores.webhookEndpoints.insert(endpoint);
    expect(JSON.stringify(await rowOf('webhook_endpoints', endpoint.id))).not.toContain('whsec_');
    const attempts = [{ at: now, ms: 1, status: 500, response: 'Ana Diaz' }];
    const delivery = aWebhookDelivery({ body: 'Ana Diaz', attempts, createdAt: now });
    await store.stores.webhookDeliveries.insert([delivery]);
    const taken = await store.stores.webhookDeliveries.lease({ dueBy: now, leasedUntil: now, except: [] });
    await store.stores.webhookDeliveries.putBack(taken!, now, { at: now, ms: 1, response: 'Ana again' });
    expect(JSON.stringify(await rowOf('webhook_deliveries', delivery.id))).not.toContain('Ana');
  });

  it.each([
    ['test', 7],
    ['live', 30],
  ] as const)('keeps deliveries of mode %s for %d days', async (mode, days) => {
    const delivery = aWebhookDelivery({ mode, createdAt: now });
    await store.stores.webhookDeliveries.insert([delivery]);
    expect((await rowOf('webhook_deliveries', delivery.id))?.goneAt.getTime()).toBe(now + days * DAY);
  });
});

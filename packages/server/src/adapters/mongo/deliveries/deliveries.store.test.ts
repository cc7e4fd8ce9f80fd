import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { aDelivery, deliveriesSuite } from '../../../../test/stores/deliveries-suite.ts';
import { now } from '../../../../test/stores/fixtures.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('deliveries in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  deliveriesSuite(() => store.stores.deliveries);

  it('removes deliveries 90 days after they were due, or settled', async () => {
    const rows = store.connection.collection<{ _id: string; goneAt: Date }>('deliveries');
    const delivery = aDelivery({ dueAt: plus(now, 5) });
    await store.stores.deliveries.insert([delivery], now);
    const goneAt = async () => (await rows.findOne({ _id: delivery.id }))?.goneAt.getTime();
    expect(await goneAt()).toBe(now + 5 + 90 * DAY);
    const { mode, partnerId } = delivery;
    await store.stores.deliveries.lease({ mode, partnerId, dueBy: plus(now, 5), leasedUntil: plus(now, 9) });
    expect((await rows.indexes()).find(({ key }) => 'goneAt' in key)).toMatchObject({ expireAfterSeconds: 0 });
  });
});

import { plus } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIncentive, incentivesSuite } from '../../../../test/stores/incentives-suite.ts';
import { now } from '../../../../test/stores/fixtures.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('incentives in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  incentivesSuite(() => store.stores);

  it('removes an incentive 90 days after its end, or after it was made when that is later by real time', async () => {
    const [usual, past] = [
      anIncentive({ expiresAt: plus(now, 7 * DAY) }),
      anIncentive({ expiresAt: plus(now, -9 * DAY) }),
    ];
    await Promise.all([usual, past].map((one) => store.stores.incentives.insert(one, now)));
    const purged = async (_id: string) =>
      (await store.connection.collection<{ _id: string; purgeAt: Date }>('incentives').findOne({ _id }))!.purgeAt;
    expect((await purged(usual.id)).getTime()).toBe(plus(now, 97 * DAY));
    expect((await purged(past.id)).getTime()).toBe(plus(now, 90 * DAY));
  });
});

import { afterAll, beforeAll, describe } from 'vitest';
import { funnelCountsSuite } from '../../../../test/stores/funnel-counts-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('counts of the way to a booking in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  funnelCountsSuite(() => store.stores.funnelCounts);
});

import { afterAll, beforeAll, describe } from 'vitest';
import { hourCountsSuite } from '../../../../test/stores/hour-counts-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('counts by hour of the week in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  hourCountsSuite(() => store.stores.hourCounts);
});

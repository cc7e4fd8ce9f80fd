import { afterAll, beforeAll, describe } from 'vitest';
import { recoveryCountsSuite } from '../../../../test/stores/recovery-counts-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('counts of intents in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  recoveryCountsSuite(() => store.stores.recoveryCounts);
});

import { afterAll, beforeAll, describe } from 'vitest';
import { smsCountsSuite } from '../../../../test/stores/sms-counts-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('counts of SMS in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  smsCountsSuite(() => store.stores.smsCounts);
});

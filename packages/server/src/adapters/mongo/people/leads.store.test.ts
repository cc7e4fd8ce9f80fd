import { afterAll, beforeAll, describe } from 'vitest';
import { leadsSuite } from '../../../../test/stores/leads-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('leads in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  leadsSuite(() => store.stores.leads);
});

import { afterAll, beforeAll, describe } from 'vitest';
import { leadsSuite } from '../../application/ports/testing/leads-suite.ts';
import { openTestStores, type TestStores } from './testing/open-test-stores.ts';

describe('leads in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  leadsSuite(() => store.stores.leads);
});

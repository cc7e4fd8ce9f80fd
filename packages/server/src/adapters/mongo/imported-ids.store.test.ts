import { afterAll, beforeAll, describe } from 'vitest';
import { importedIdsSuite } from '../../../test/stores/imported-ids-suite.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('ids of imported rows in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  importedIdsSuite(() => store.stores.importedIds);
});

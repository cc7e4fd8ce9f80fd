import { afterAll, beforeAll, describe } from 'vitest';
import { ledgersSuite } from '../../../../test/stores/ledgers-suite.ts';
import { placesSuite } from '../../../../test/stores/places-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('ledgers in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  ledgersSuite(() => store.stores);
  placesSuite(() => store.stores.ledgers);
});

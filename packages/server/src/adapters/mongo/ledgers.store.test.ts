import { afterAll, beforeAll, describe } from 'vitest';
import { ledgersSuite } from '../../application/ports/testing/ledgers-suite.ts';
import { placesSuite } from '../../application/ports/testing/places-suite.ts';
import { openTestStores, type TestStores } from './testing/open-test-stores.ts';

describe('ledgers in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  ledgersSuite(() => store.stores);
  placesSuite(() => store.stores.ledgers);
});

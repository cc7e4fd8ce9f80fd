import { afterAll, beforeAll, describe } from 'vitest';
import { idempotencySuite } from '../../../test/stores/idempotency-suite.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('idempotency in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  idempotencySuite(() => store.stores.idempotency);
});

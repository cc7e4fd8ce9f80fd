import { afterAll, beforeAll, describe } from 'vitest';
import { reliabilitySuite } from '../../../../test/stores/reliability-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('what became of confidences, in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  reliabilitySuite(() => store.stores.reliability);
});

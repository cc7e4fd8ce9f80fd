import { afterAll, beforeAll, describe } from 'vitest';
import { sessionsSuite } from '../../../../test/stores/sessions-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('sessions in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  sessionsSuite(() => store.stores.sessions);
});

import { afterAll, beforeAll, describe } from 'vitest';
import { usersSuite } from '../../application/ports/testing/users-suite.ts';
import { openTestStores, type TestStores } from './testing/open-test-stores.ts';

describe('users in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  usersSuite(() => store.stores.users);
});

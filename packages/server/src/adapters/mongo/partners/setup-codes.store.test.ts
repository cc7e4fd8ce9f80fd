import { afterAll, beforeAll, describe } from 'vitest';
import { setupCodesSuite } from '../../../../test/stores/setup-codes-suite.ts';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { createMongoSetupCodes } from './setup-codes.ts';

describe('codes of the first set-up in the store', () => {
  let store: TestStore;
  beforeAll(async () => (store = await openTestStore()));
  afterAll(() => store.close());

  setupCodesSuite(async () => {
    await store.connection.collection('setup').deleteMany({});
    return createMongoSetupCodes(store.connection);
  });
});

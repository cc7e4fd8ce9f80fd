import { afterAll, beforeAll, describe } from 'vitest';
import type { SigningKeys } from '../../../application/ports/signing-keys.ts';
import { signingKeysSuite } from '../../../../test/stores/signing-keys-suite.ts';
import { createMongoSigningKeys } from './signing-keys.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('signing keys in the store', () => {
  let store: TestStores;
  let keys: SigningKeys;
  beforeAll(async () => {
    store = await openTestStores();
    keys = await createMongoSigningKeys(store.connection);
  });
  afterAll(() => store.close());

  signingKeysSuite(() => keys);
});

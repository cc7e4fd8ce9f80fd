import { openTestStore } from '../../limits/testing/open-connection.ts';
import { openStore, type OpenStore } from '../open-store.ts';
import type { EncryptionKeys } from '../sealing/keys.ts';
import { testKeys } from '../sealing/testing/test-keys.ts';

export interface TestStores extends OpenStore {
  /** Names the database of this test. */
  readonly uri: string;
  readonly keys: EncryptionKeys;
}

/** The stores on a database of their own, dropped when they are closed: embedded, or of TEST_MONGODB_URI. */
export const openTestStores = async (): Promise<TestStores> => {
  const keys = testKeys();
  const { uri, close } = await openTestStore();
  const store = await openStore(uri, { keys });
  return {
    ...store,
    uri,
    keys,
    async close() {
      await store.close();
      await close();
    },
  };
};

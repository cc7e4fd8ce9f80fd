import { openTestStore } from '../limits/open-connection.ts';
import { openStore, type OpenStore } from '../../src/adapters/mongo/connection/open-store.ts';
import type { EncryptionKeys } from '../../src/adapters/mongo/sealing/keys.ts';
import { testKeys } from '../sealing/test-keys.ts';

export interface TestStores extends OpenStore {
  /** Names the database of this test. */
  readonly uri: string;
  readonly keys: EncryptionKeys;
}

/** The stores on a database of their own, dropped when they are closed: embedded, or of TEST_MONGODB_URI. */
export async function openTestStores(): Promise<TestStores> {
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
}

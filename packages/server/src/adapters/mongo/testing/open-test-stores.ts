import { openTestStore } from '../../limits/testing/open-connection.ts';
import { openStore, type OpenStore } from '../open-store.ts';

export interface TestStores extends OpenStore {
  /** Names the database of this test. */
  readonly uri: string;
}

/** The stores on a database of their own, dropped when they are closed: embedded, or of TEST_MONGODB_URI. */
export const openTestStores = async (): Promise<TestStores> => {
  const { uri, close } = await openTestStore();
  const store = await openStore(uri);
  return {
    ...store,
    uri,
    async close() {
      await store.close();
      await close();
    },
  };
};

import { afterAll, beforeAll, describe } from 'vitest';
import { meetingCountsSuite } from '../../../../test/stores/meeting-counts-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('counts of meetings in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  meetingCountsSuite(() => store.stores.meetingCounts);
});

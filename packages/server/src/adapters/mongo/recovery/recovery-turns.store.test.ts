import { afterAll, beforeAll, describe } from 'vitest';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { recoveryTurnsSuite } from '../../../../test/stores/recovery-turns-suite.ts';

describe('the turns of recoveries in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  recoveryTurnsSuite(() => store.stores.recoveryTurns);
});

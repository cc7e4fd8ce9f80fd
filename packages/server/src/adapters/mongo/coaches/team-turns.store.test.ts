import { afterAll, beforeAll, describe } from 'vitest';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { teamTurnsSuite } from '../../../../test/stores/team-turns-suite.ts';

describe('the turns of coaches in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  teamTurnsSuite(() => store.stores.teamTurns);
});

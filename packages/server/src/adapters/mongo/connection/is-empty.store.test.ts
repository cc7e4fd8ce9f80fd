import { afterAll, beforeAll, expect, it } from 'vitest';
import { aHead } from '../../../../test/stores/fixtures.ts';
import { isEmptyStore } from './is-empty.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

let store: TestStores;
beforeAll(async () => {
  store = await openTestStores();
});
afterAll(() => store.close());

it('reports a new store as empty, and one with a coach as not', async () => {
  expect(await isEmptyStore(store.connection)).toBe(true);
  await store.stores.coaches.insert(aHead());
  expect(await isEmptyStore(store.connection)).toBe(false);
});

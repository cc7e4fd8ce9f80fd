import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coachesSuite } from '../../../../test/stores/coaches-suite.ts';
import { aHead } from '../../../../test/stores/fixtures.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('coaches in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  coachesSuite(() => store.stores.coaches);

  it('reads an empty team of coaches from before there was one', async () => {
    const head = aHead();
    await store.stores.coaches.insert(head);
    await store.connection
      .collection<{ _id: string }>('day_ledgers')
      .updateOne({ _id: `${head.id}:head` }, { $unset: { staff: true } });
    expect(await store.stores.coaches.byId(head.id)).toEqual({ ...head, staff: [] });
    expect((await store.stores.ledgers.read(head.id, [])).head?.staff).toEqual([]);
  });

  it('refuses coaches of an unknown shape, when inserted and when replaced', async () => {
    const { coaches } = store.stores;
    const head = aHead();
    await coaches.insert(head);
    const odd = { ...head, version: 2, schedule: { ...head.schedule, siesta: true } };
    await expect(coaches.insert({ ...odd, id: aHead().id, slug: 'odd' })).rejects.toThrow(/siesta/);
    await expect(coaches.replace(odd, 1)).rejects.toThrow(/siesta/);
    expect(await coaches.byId(head.id)).toEqual(head);
  });
});

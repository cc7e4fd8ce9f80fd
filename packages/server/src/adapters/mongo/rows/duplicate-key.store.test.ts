import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duplicatesOf, unlessDuplicate } from './duplicate-key.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('the refusal of a unique index', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  const rows = () => store.connection.collection<{ _id: string; list?: unknown }>('duplicates');

  it('distinguishes the refusal of a unique index from the writes beside it', async () => {
    await rows().insertOne({ _id: 'b' });
    const refused = await duplicatesOf(
      rows().insertMany(
        ['a', 'b', 'c', 'c'].map((_id) => ({ _id })),
        { ordered: false },
      ),
    );
    expect([...refused]).toEqual([1, 3]);
    expect(await rows().countDocuments()).toBe(3);
  });

  it('finds no refusal in a batch without one', async () => {
    expect((await duplicatesOf(rows().insertMany([{ _id: 'd' }], { ordered: false }))).size).toBe(0);
  });

  it('hides no other failure of the batch', async () => {
    const batch = [
      { updateOne: { filter: { _id: 'a' }, update: { $set: { list: 1 } } } },
      { updateOne: { filter: { _id: 'a' }, update: { $push: { list: 2 } } as never } },
      { insertOne: { document: { _id: 'a' } } },
    ];
    await expect(duplicatesOf(rows().bulkWrite(batch, { ordered: false }))).rejects.toThrow();
    await expect(
      unlessDuplicate(rows().updateOne({ _id: 'a' }, { $push: { list: 3 } } as never), null),
    ).rejects.toThrow();
  });
});

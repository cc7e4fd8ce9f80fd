import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIntent, intentsSuite } from '../../../../test/stores/intents-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { isSealed } from '../sealing/sealed-value.ts';

describe('intents in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  intentsSuite(() => store.stores.intents);

  it('seals the contact, and deletes the document when its time is over', async () => {
    const intent = anIntent();
    await store.stores.intents.insert(intent);
    const rows = store.connection.collection<{ _id: string }>('intents');
    const row = (await rows.findOne({ _id: intent.id })) as Record<string, unknown> | null;
    expect([isSealed(row?.['contact']), isSealed(row?.['utm'])]).toEqual([true, true]);
    expect([row?.['forgetAt'], row?.['dueAt']]).toEqual([new Date(intent.forgetAt), new Date(intent.abandonsAt)]);
    const ttl = (await rows.indexes()).find(({ expireAfterSeconds }) => expireAfterSeconds !== undefined);
    expect(ttl).toMatchObject({ key: { forgetAt: 1 }, expireAfterSeconds: 0 });
  });
});

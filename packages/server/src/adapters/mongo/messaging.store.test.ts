import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, scope } from '../../../test/stores/fixtures.ts';
import { messagingSuite, someMessaging } from '../../../test/stores/messaging-suite.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('settings of messages in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  messagingSuite(() => store.stores.messaging);

  it('hides the token of a provider from a reader of the store', async () => {
    const of = { ...scope, partnerId: anId() };
    await store.stores.messaging.replace(of, someMessaging(), 0);
    const rows = await store.connection.collection('messaging').find({ partnerId: of.partnerId }).toArray();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('ffffffff');
  });

  it('keeps the fields of a newer release', async () => {
    const of = { ...scope, partnerId: anId() };
    const settings = someMessaging();
    await store.stores.messaging.replace(of, settings, 0);
    const rows = store.connection.collection('messaging');
    await rows.updateOne({ partnerId: of.partnerId }, { $set: { voice: 'later', 'email.colour': 'red' } });
    const read = (await store.stores.messaging.of(of))!;
    await store.stores.messaging.replace(of, { ...read, version: 2 }, 1);
    expect(await rows.findOne({ partnerId: of.partnerId })).toMatchObject({ voice: 'later', email: { colour: 'red' } });
  });
});

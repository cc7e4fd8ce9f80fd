import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now, scope } from '../../../../test/stores/fixtures.ts';
import { aTestMessage, testMessagesSuite } from '../../../../test/stores/test-messages-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('messages of tests in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  testMessagesSuite(() => store.stores.testMessages);

  it('R23 seals messages of tests, with the address and the links in them', async () => {
    const message = aTestMessage();
    await store.stores.testMessages.keep(message, now);
    const row = await store.connection.collection<{ _id: string }>('test_messages').findOne({ _id: message.id });
    expect(row).toMatchObject({ ...scope, bookingId: message.bookingId, kind: 'confirmed' });
    expect(JSON.stringify(row)).not.toMatch(/ana@|Harbour|VCALENDAR/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { externalRecordsSuite, aRecord } from '../../../../test/stores/external-records-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('external records in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  externalRecordsSuite(() => store.stores.externalRecords);

  it('R23 seals the links and passwords of meetings', async () => {
    const { externalRecords } = store.stores;
    const record = aRecord({});
    const { id, partnerId, mode, kind, bookingId, coachId, provider, account, wantedVersion, createdAt: at } = record;
    await externalRecords.mark({ id, partnerId, mode, kind, bookingId, coachId, provider, account, wantedVersion, at });
    await externalRecords.replace(record, 1);
    const row = await store.connection.collection<{ _id: string }>('external_records').findOne({ _id: id });
    expect(JSON.stringify(row)).not.toMatch(/zoom[.]example|123456/);
    expect(row).toMatchObject({ object: { id: record.object!.id } });
  });
});

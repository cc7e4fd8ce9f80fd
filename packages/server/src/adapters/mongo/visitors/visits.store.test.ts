import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { visitsSuite } from '../../../../test/stores/visits-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('visits in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  visitsSuite(() => store.stores.visits);

  it('removes visits after three days, and blocks when they end', async () => {
    const ttl = async (name: string) =>
      (await store.connection.collection(name).indexes()).find(
        ({ expireAfterSeconds }) => expireAfterSeconds !== undefined,
      );
    expect(await ttl('visits')).toMatchObject({ key: { at: 1 }, expireAfterSeconds: 3 * 86_400 });
    expect(await ttl('visitor_blocks')).toMatchObject({ key: { until: 1 }, expireAfterSeconds: 0 });
  });

  it('stores ids, a keyed hash and a date of a visit', async () => {
    const visit = { ...scope, bookingId: anId(), coachId: anId(), mark: 'mark', at: now };
    await store.stores.visits.note(visit);
    const row = await store.connection.collection<{ _id: string }>('visits').findOne({ _id: visit.bookingId });
    expect(row).toEqual({ _id: visit.bookingId, ...scope, coachId: visit.coachId, mark: 'mark', at: new Date(now) });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealedCollections } from '../../adapters/mongo/sealing/sealed-fields.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';
import { ANAS_WORDS, givenAnaEverywhere, type AnaEverywhere } from '../../../test/application/ana-everywhere.ts';
import { createWorld, type World } from '../../../test/application/world.ts';

describe('a person who is erased', () => {
  let store: TestStores;
  let world: World;
  let ana: AnaEverywhere;
  beforeAll(async () => {
    store = await openTestStores();
    world = createWorld({ stores: store.stores });
    ana = await givenAnaEverywhere(world);
  });
  afterAll(async () => {
    await world.settleDown();
    await store.close();
  });

  /** Returns the collections whose documents contain any of these words, with their sealed values opened. */
  const collectionsWith = async (...words: string[]): Promise<string[]> => {
    const { db } = store.connection;
    const found: string[] = [];
    for (const { name } of await db!.listCollections().toArray()) {
      const rows = await db!.collection<{ _id: string; partnerId: string }>(name).find({}).toArray();
      const sealed = sealedCollections.find((each) => each === name);
      const opened = sealed ? rows.map(store.sealing.of(sealed).open) : rows;
      const documents = JSON.stringify([rows, opened]).toLowerCase();
      if (words.some((word) => documents.includes(word))) found.push(name);
    }
    return found.sort();
  };

  it('leaves an erased person in no document of any collection', async () => {
    const theirs = [...ANAS_WORDS, ana.userId, ana.leadId];
    expect(await collectionsWith(...theirs)).toEqual([
      'audit',
      'bookings',
      'calendar_feeds',
      'client_logs',
      'connections',
      'day_ledgers',
      'deliveries',
      'funnel_counts',
      'idempotency',
      'imported_ids',
      'intents',
      'leads',
      'meeting_reports',
      'profiles',
      'push_subscriptions',
      'sessions',
      'test_messages',
      'users',
      'webhook_deliveries',
    ]);
    const { data } = await world.useCases.erasePerson(world.partner(), { email: 'ana@example.com' });
    await world.settleDown();
    expect(data).toEqual({ erased: true, bookings: 4, logs: 3 });
    expect(await collectionsWith(...theirs)).toEqual([]);
    expect(await collectionsWith('bo@example.com')).toEqual(['leads']);
    expect((await world.useCases.erasePerson(world.partner(), { email: 'ana@example.com' })).data.erased).toBe(false);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemNow } from '@coach-booking/time/instant';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { testKeys } from '../../../../test/sealing/test-keys.ts';
import { createSealing } from '../sealing/sealing.ts';
import { createMongoPartners } from '../partners/partners.ts';
import { contextOf } from './batches.ts';
import type { Collections } from './migration.ts';
import { partnerSlugs } from './partner-slugs.ts';

/** As the first release wrote them. */
const ofBefore = (_id: string, name: string) => ({ _id, name, allowedOrigins: [], keys: [], version: 1 });
const ids = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(24)) as [string, string, string, string];

let store: TestStore;
let collection: Collections;
beforeAll(async () => {
  store = await openTestStore();
  collection = (name) => store.connection.collection(name);
});
afterAll(() => store.close());

it('gives partners of the first release a slug, and leaves an existing one', async () => {
  const [one, two, unslugged, named] = ids;
  const rows = [
    ofBefore(one, 'Zoë’s Gym'),
    ofBefore(two, 'Zoë’s Gym'),
    ofBefore(unslugged, '健身'),
    { ...ofBefore(named, 'Any'), slug: 'zoe-s-gym-2' },
  ];
  await collection<(typeof rows)[0]>('partners').insertMany(rows);
  const partners = await createMongoPartners(
    store.connection,
    createSealing(testKeys(), () => true),
  );
  expect((await partners.byId(one))?.slug).toBe(one);
  expect((await partners.bySlug(one))?.name).toBe('Zoë’s Gym');
  const lease = { renew: () => Promise.resolve(), release: () => Promise.resolve() };
  for (let runs = 0; runs < 2; runs++) await partnerSlugs.run(contextOf(collection, 'partner-slugs', lease, systemNow));
  expect(await Promise.all(ids.map(async (id) => (await partners.byId(id))?.slug))).toEqual([
    'zoe-s-gym',
    'zoe-s-gym-3',
    'partner',
    'zoe-s-gym-2',
  ]);
  expect((await partners.bySlug('zoe-s-gym'))?.id).toBe(one);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Partners } from '../../../application/ports/partners.ts';
import { partnersSuite } from '../../../../test/stores/partners-suite.ts';
import { openTestStore, type TestStore } from '../../../../test/limits/open-connection.ts';
import { testKeys } from '../../../../test/sealing/test-keys.ts';
import { createSealing } from '../sealing/sealing.ts';
import { createMongoPartners } from './partners.ts';

describe('partners in the store', () => {
  let store: TestStore;
  let partners: Partners;
  beforeAll(async () => {
    store = await openTestStore();
    partners = await createMongoPartners(
      store.connection,
      createSealing(testKeys(), () => true),
    );
  });
  afterAll(() => store.close());

  partnersSuite(() => partners);

  it('R23 seals the address of the room that stands in for meetings', async () => {
    const rows = await store.connection
      .collection('partners')
      .find({ videoFallback: { $exists: true } })
      .toArray();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('room-of-the-business');
  });

  it('finds partners by an index on keys, which is unique, and on origins', async () => {
    const indexes = await store.connection.collection('partners').indexes();
    expect(indexes).toContainEqual(expect.objectContaining({ key: { 'keys.lookup': 1 }, unique: true }));
    expect(indexes).toContainEqual(expect.objectContaining({ key: { allowedOrigins: 1 } }));
  });
});

import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, now, scope } from '../../../../test/stores/fixtures.ts';
import { profilesSuite } from '../../../../test/stores/profiles-suite.ts';
import type { Profiles } from '../../../application/ports/profiles.ts';
import { emptyProfile } from '../../../domain/client/profile.ts';
import { createMongoProfiles } from './profiles.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('profiles in the store', () => {
  let store: TestStores;
  let profiles: Profiles;
  beforeAll(async () => {
    store = await openTestStores();
    profiles = createMongoProfiles(store.connection, store.sealing);
  });
  afterAll(() => store.close());

  profilesSuite(() => profiles);

  it('S4 begins profiles with partner and mode, and shows nothing of the profile', async () => {
    const clientId = anId();
    const profile = { ...emptyProfile, measurements: { waist: 74 } };
    await profiles.insert({ ...scope, clientId, profile, version: 1, updatedAt: now });
    const row = await store.connection.collection<{ _id: string }>('profiles').findOne({ _id: clientId });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toEqual({
      _id: clientId,
      ...scope,
      profile: expect.any(mongo.Binary),
      version: 1,
      updatedAt: new Date(now),
    });
    expect(JSON.stringify(row)).not.toContain('waist');
  });

  it('refuses profiles of an unknown shape, when made and when changed', async () => {
    const clientId = anId();
    const odd = { ...scope, clientId, profile: { ...emptyProfile, shoeSize: 44 }, version: 1, updatedAt: now };
    await expect(profiles.insert(odd)).rejects.toThrow(/shoeSize/);
    await profiles.insert({ ...odd, profile: emptyProfile });
    await expect(profiles.replace({ ...odd, version: 2 }, 1)).rejects.toThrow(/shoeSize/);
    expect((await profiles.of(scope, clientId))?.version).toBe(1);
  });
});

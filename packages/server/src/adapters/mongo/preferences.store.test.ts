import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anId, scope } from '../../../test/stores/fixtures.ts';
import { preferencesSuite } from '../../../test/stores/preferences-suite.ts';
import { defaultPreferences } from '../../domain/calendar/preferences.ts';
import { openTestStores, type TestStores } from '../../../test/mongo/open-test-stores.ts';

describe('preferences in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  preferencesSuite(() => store.stores.preferences);

  it('stores one document for a coach, which begins with its partner and mode', async () => {
    const coach = anId();
    await store.stores.preferences.replace(scope, coach, defaultPreferences);
    const row = await store.connection.collection<{ _id: string }>('preferences').findOne({ _id: coach });
    expect(Object.keys(row!).slice(0, 3)).toEqual(['_id', 'partnerId', 'mode']);
    expect(row).toEqual({ _id: coach, ...scope, ...defaultPreferences });
  });

  it('refuses preferences of an unknown shape', async () => {
    const coach = anId();
    const odd = { ...defaultPreferences, wallpaper: 'cats' };
    await expect(store.stores.preferences.replace(scope, coach, odd)).rejects.toThrow(/wallpaper/);
    expect(await store.stores.preferences.of(coach)).toBeNull();
  });
});

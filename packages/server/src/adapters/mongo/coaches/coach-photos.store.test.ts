import { afterAll, beforeAll, describe } from 'vitest';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';
import { coachPhotosSuite } from '../../../../test/stores/coach-photos-suite.ts';

describe('photos of coaches in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  coachPhotosSuite(() => store.stores.coachPhotos);
});

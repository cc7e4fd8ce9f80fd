import { afterAll, beforeAll, describe } from 'vitest';
import { bookingReadsSuite } from '../../../../test/stores/booking-reads-suite.ts';
import { openTestStores, type TestStores } from '../../../../test/mongo/open-test-stores.ts';

describe('lists and sums in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  bookingReadsSuite(() => store.stores.bookings);
});

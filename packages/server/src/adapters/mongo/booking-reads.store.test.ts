import { afterAll, beforeAll, describe } from 'vitest';
import { bookingReadsSuite } from '../../application/ports/testing/booking-reads-suite.ts';
import { openTestStores, type TestStores } from './testing/open-test-stores.ts';

describe('lists and sums in the store', () => {
  let store: TestStores;
  beforeAll(async () => (store = await openTestStores()));
  afterAll(() => store.close());

  bookingReadsSuite(() => store.stores.bookings);
});

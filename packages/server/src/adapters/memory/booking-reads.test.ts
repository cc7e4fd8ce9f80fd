import { createMemoryStores } from './stores.ts';
import { bookingReadsSuite } from '../../../test/stores/booking-reads-suite.ts';

const { bookings } = createMemoryStores();
bookingReadsSuite(() => bookings);

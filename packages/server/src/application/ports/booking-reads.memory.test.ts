import { createMemoryStores } from './stores.memory.ts';
import { bookingReadsSuite } from './testing/booking-reads-suite.ts';

const { bookings } = createMemoryStores();
bookingReadsSuite(() => bookings);

import { createMemoryStores } from './stores.memory.ts';
import { bookingsSuite } from './testing/bookings-suite.ts';

const { bookings } = createMemoryStores();
bookingsSuite(() => bookings);

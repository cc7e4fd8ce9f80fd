import { createMemoryStores } from './stores.ts';
import { bookingsSuite } from '../../../test/stores/bookings-suite.ts';
import { unprovenSuite } from '../../../test/stores/unproven-suite.ts';

const { bookings } = createMemoryStores();
bookingsSuite(() => bookings);
unprovenSuite(() => bookings);

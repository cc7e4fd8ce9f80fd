import { createMemoryStores } from './stores.ts';
import { bookingsSuite } from '../../../test/stores/bookings-suite.ts';

const { bookings } = createMemoryStores();
bookingsSuite(() => bookings);

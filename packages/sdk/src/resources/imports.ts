import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Imports up to 500 coaches: `rows`, or a CSV as `csv`. The same rows can be sent again until all are imported; the
 * answer has the result of each row. Secret key or an admin's session.
 */
export const importCoaches = /* @__PURE__ */ operation<'importCoaches'>(contract.importCoaches);

/** Imports clients in the same way; they are sent no messages. Secret key or an admin's session. */
export const importClients = /* @__PURE__ */ operation<'importClients'>(contract.importClients);

/**
 * Imports bookings in the same way, past or future; future ones that overlap another are refused, each by itself. No
 * messages are sent. Secret key or an admin's session.
 */
export const importBookings = /* @__PURE__ */ operation<'importBookings'>(contract.importBookings);

/**
 * Makes rows for `importBookings` of an iCalendar file, as a CSV; nothing is written. A long one is cut by `csvParts`.
 * Secret key or an admin's session.
 */
export const readCalendarRows = /* @__PURE__ */ operation<'readCalendarRows'>(contract.readCalendarRows);

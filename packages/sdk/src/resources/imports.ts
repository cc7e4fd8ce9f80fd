import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Brings up to 500 coaches along: `rows`, or a CSV as `csv`. The same rows can be sent again until all are there; what
 * became of each is answered. Secret key or an admin's session.
 */
export const importCoaches = /* @__PURE__ */ operation<'importCoaches'>(contract.importCoaches);

/** The same of clients, who are sent nothing. Secret key or an admin's session. */
export const importClients = /* @__PURE__ */ operation<'importClients'>(contract.importClients);

/**
 * Imports bookings in the same way, over or still to come; those to come that overlap another are refused, each by
 * itself. No person is informed. Secret key or an admin's session.
 */
export const importBookings = /* @__PURE__ */ operation<'importBookings'>(contract.importBookings);

import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** Lists a coach's bookings by start, page by page. Coach side. */
export const listCoachBookings = /* @__PURE__ */ pagedOperation<'listCoachBookings'>(contract.listCoachBookings);

/** Lists the next sessions, each with the time until its start in words; `total` counts them all. Coach side. */
export const listUpcoming = /* @__PURE__ */ pagedOperation<'listUpcoming'>(contract.listUpcoming);

/** Returns the coach's day, and the next sessions. Coach side. */
export const getToday = /* @__PURE__ */ operation<'getToday'>(contract.getToday);

/** Lists guest bookings that look like one visitor's work, the largest burst first. Coach side. */
export const listBursts = /* @__PURE__ */ operation<'listBursts'>(contract.listBursts);

/**
 * Cancels the rest of a burst, and blocks its addresses for a day with `block`. `NotFoundError` `BURST_NOT_FOUND`.
 * Coach side.
 */
export const cancelBurst = /* @__PURE__ */ operation<'cancelBurst'>(contract.cancelBurst);

/**
 * Lists bookings and absences whose local time has changed since the law of the coach's zone changed, by start. Coach
 * side.
 */
export const listZoneChanges = /* @__PURE__ */ operation<'listZoneChanges'>(contract.listZoneChanges);

/**
 * Moves all of them back to the agreed local time (`shift`), or removes them from the list unchanged (`keep`). Those
 * that could not be moved are in `left`. Coach side.
 */
export const resolveZoneChanges = /* @__PURE__ */ operation<'resolveZoneChanges'>(contract.resolveZoneChanges);

/** Returns counts, rates, trends and revenue of a period. Coach side. */
export const getStats = /* @__PURE__ */ operation<'getStats'>(contract.getStats);

import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** A coach's bookings by start, page by page. Coach side. */
export const listCoachBookings = /* @__PURE__ */ pagedOperation<'listCoachBookings'>(contract.listCoachBookings);

/** The next sessions, each with the time until its start in words; `total` counts them all. Coach side. */
export const listUpcoming = /* @__PURE__ */ pagedOperation<'listUpcoming'>(contract.listUpcoming);

/** The coach's day, and what comes next. Coach side. */
export const getToday = /* @__PURE__ */ operation<'getToday'>(contract.getToday);

/** Guest bookings that look like one visitor's work, the largest burst first. Coach side. */
export const listBursts = /* @__PURE__ */ operation<'listBursts'>(contract.listBursts);

/**
 * Cancels what is left of a burst, and keeps its addresses away for a day with `block`. `NotFoundError`
 * `BURST_NOT_FOUND`. Coach side.
 */
export const cancelBurst = /* @__PURE__ */ operation<'cancelBurst'>(contract.cancelBurst);

/**
 * Bookings and absences whose wall-clock time is another since the law of the coach's zone changed, by start. Coach
 * side.
 */
export const listZoneChanges = /* @__PURE__ */ operation<'listZoneChanges'>(contract.listZoneChanges);

/**
 * Moves all of them back to the wall-clock time that was agreed (`shift`), or takes them from the list as they are
 * (`keep`). What could not be moved is in `left`. Coach side.
 */
export const resolveZoneChanges = /* @__PURE__ */ operation<'resolveZoneChanges'>(contract.resolveZoneChanges);

/** Counts, rates, trends and revenue of a period. Coach side. */
export const getStats = /* @__PURE__ */ operation<'getStats'>(contract.getStats);

import * as contract from '../generated/operations.ts';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/** A coach's bookings by start, page by page. Coach side. */
export const listCoachBookings = /* @__PURE__ */ pagedOperation<'listCoachBookings'>(contract.listCoachBookings);

/** The next sessions, each with the time until its start in words; `total` counts them all. Coach side. */
export const listUpcoming = /* @__PURE__ */ pagedOperation<'listUpcoming'>(contract.listUpcoming);

/** The coach's day, and what comes next. Coach side. */
export const getToday = /* @__PURE__ */ operation<'getToday'>(contract.getToday);

/** Counts, rates, trends and revenue of a period. Coach side. */
export const getStats = /* @__PURE__ */ operation<'getStats'>(contract.getStats);

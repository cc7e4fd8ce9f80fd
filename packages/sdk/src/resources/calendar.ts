import * as contract from '../generated/operations.ts';
import { operation } from '../transport/operation.ts';

/** Bookings, working hours and time off of a range of at most 92 days. Secret key. */
export const getCalendar = /* @__PURE__ */ operation<'getCalendar'>(contract.getCalendar);

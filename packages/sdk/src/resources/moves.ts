import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Confirms a booking. `ConflictError` `NOT_ALLOWED_NOW` from another status than pending or scheduled. */
export const confirmBooking = /* @__PURE__ */ operation<'confirmBooking'>(contract.confirmBooking);

/** Starts the session. */
export const startBooking = /* @__PURE__ */ operation<'startBooking'>(contract.startBooking);

/** Marks the session as completed. Not before its start. */
export const completeBooking = /* @__PURE__ */ operation<'completeBooking'>(contract.completeBooking);

/** Marks the attendee as absent. Not before its start. */
export const markNoShow = /* @__PURE__ */ operation<'markNoShow'>(contract.markNoShow);

/** Undoes the last confirm, start, complete or no-show. `ConflictError` `NOTHING_TO_UNDO` or `VERSION_CONFLICT`. */
export const undoBooking = /* @__PURE__ */ operation<'undoBooking'>(contract.undoBooking);

import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** The coach agrees. `ConflictError` `NOT_ALLOWED_NOW` from another status than pending or scheduled. */
export const confirmBooking = /* @__PURE__ */ operation<'confirmBooking'>(contract.confirmBooking);

/** The session begins. */
export const startBooking = /* @__PURE__ */ operation<'startBooking'>(contract.startBooking);

/** The session took place. Not before its start. */
export const completeBooking = /* @__PURE__ */ operation<'completeBooking'>(contract.completeBooking);

/** The attendee did not come. Not before its start. */
export const markNoShow = /* @__PURE__ */ operation<'markNoShow'>(contract.markNoShow);

/** Takes the last confirm, start, complete or no-show back. `ConflictError` `NOTHING_TO_UNDO` or `VERSION_CONFLICT`. */
export const undoBooking = /* @__PURE__ */ operation<'undoBooking'>(contract.undoBooking);

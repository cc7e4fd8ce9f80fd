import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/**
 * Books a slot, or a numbered place without a time. `SlotTakenError` names the nearest free slots, `RefusedError` the
 * rule.
 */
export const createBooking = /* @__PURE__ */ operation<'createBooking'>(contract.createBooking);

/**
 * Books a slot with whichever of several coaches is free: the answer has the `coach` who was chosen. `SlotTakenError`
 * names the nearest slots that any of them has free.
 */
export const createTeamBooking = /* @__PURE__ */ operation<'createTeamBooking'>(contract.createTeamBooking);

/**
 * Confirms by the token of a mail what was booked as a guest (`unproven`), and returns it with its manage link.
 * `ConflictError` `HOLD_GONE` when that comes too late.
 */
export const proveBooking = /* @__PURE__ */ operation<'proveBooking'>(contract.proveBooking);

/** Returns one booking. Takes its manage token or the secret key. */
export const getBooking = /* @__PURE__ */ operation<'getBooking'>(contract.getBooking);

/** Changes the notes. */
export const updateBooking = /* @__PURE__ */ operation<'updateBooking'>(contract.updateBooking);

/** Cancels without a reason. */
export const deleteBooking = /* @__PURE__ */ operation<'deleteBooking'>(contract.deleteBooking);

/** Cancels. `ConflictError` `NOT_ALLOWED_NOW` once it has begun, `VERSION_CONFLICT` when `version` is stale. */
export const cancelBooking = /* @__PURE__ */ operation<'cancelBooking'>(contract.cancelBooking);

/** Moves to another time. The new time is claimed before the old one is released, so a refusal changes nothing. */
export const rescheduleBooking = /* @__PURE__ */ operation<'rescheduleBooking'>(contract.rescheduleBooking);

/** Creates a new manage link of a booking; all earlier links stop working at once. */
export const renewManageLink = /* @__PURE__ */ operation<'renewManageLink'>(contract.renewManageLink);

/** Revokes the manage link of a booking; there is none until one is created. */
export const revokeManageLink = /* @__PURE__ */ operation<'revokeManageLink'>(contract.revokeManageLink);

import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';

/** Holds a slot for five minutes. `SlotTakenError` when another visitor was faster. */
export const createHold = /* @__PURE__ */ operation<'createHold'>(contract.createHold);

/**
 * Holds a slot for five minutes with whichever of several coaches is free: the answer has the `coach` who was chosen,
 * with whom `createBooking` books. `SlotTakenError` when none of them is.
 */
export const createTeamHold = /* @__PURE__ */ operation<'createTeamHold'>(contract.createTeamHold);

/** Extends a hold by five minutes, once. `ConflictError` `HOLD_GONE` or `HOLD_EXTENDED`. */
export const extendHold = /* @__PURE__ */ operation<'extendHold'>(contract.extendHold);

/** Releases the slot. A hold that has already ended is no error. */
export const releaseHold = /* @__PURE__ */ operation<'releaseHold'>(contract.releaseHold);

/** Releases the slot, with the hold's token in the body. A closing page uses `createHoldBeacon` in its place. */
export const releaseHoldByBeacon = /* @__PURE__ */ operation<'releaseHoldByBeacon'>(contract.releaseHoldByBeacon);

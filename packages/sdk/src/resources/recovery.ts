import * as contract from '@coach-booking/contract/operations';
import { operation } from '../transport/operation.ts';
import { pagedOperation } from '../transport/page.ts';

/**
 * Keeps that a person began a booking, once they have ticked a box that was not ticked before. The answer's `token`
 * proves it in later calls. `RefusedError` `CAPTURE_OFF` or `POSTAL_ADDRESS_MISSING`.
 */
export const captureIntent = /* @__PURE__ */ operation<'captureIntent'>(contract.captureIntent);

/** Notes which service and slot are chosen by now. A closing page uses `createIntentBeacon` in its place. */
export const updateIntent = /* @__PURE__ */ operation<'updateIntent'>(contract.updateIntent);

/** Takes the consent back, and removes the contact details. What is already withdrawn is no error. */
export const withdrawIntent = /* @__PURE__ */ operation<'withdrawIntent'>(contract.withdrawIntent);

/**
 * Lists bookings that people began and did not finish, the last first, page by page; `totalAbandoned` and
 * `recoveryRate` (percent) are in its `meta`. Coach side.
 */
export const listAbandonedBookings = /* @__PURE__ */ pagedOperation<'listAbandonedBookings'>(
  contract.listAbandonedBookings,
);

/** Returns what happens with bookings that are not finished. Coach side. */
export const getRecoverySettings = /* @__PURE__ */ operation<'getRecoverySettings'>(contract.getRecoverySettings);

/** Replaces what happens with bookings that are not finished; absent fields take their default. Coach side. */
export const updateRecoverySettings = /* @__PURE__ */ operation<'updateRecoverySettings'>(
  contract.updateRecoverySettings,
);

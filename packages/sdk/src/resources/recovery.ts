import * as contract from '@coach-booking/contract/operations';
import type { Transport } from '../transport/create-transport.ts';
import { operation, type Operation } from '../transport/operation.ts';
import type { InputOf } from '../transport/operation-types.ts';
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

const readAbandoned = /* @__PURE__ */ pagedOperation<'listAbandonedBookings'>(contract.listAbandonedBookings);

/** A page of abandoned bookings, with what is counted of all of them. */
export type AbandonedPage = Awaited<ReturnType<typeof readAbandoned>> & AbandonedTotals;

interface AbandonedTotals {
  /** All that were ever abandoned with this coach, whatever the filter. */
  readonly totalAbandoned: number;
  /** Of those, the share that was recovered, in percent. */
  readonly recoveryRate: number;
}

/** Lists bookings that people began and did not finish, the last first, page by page. Coach side. */
export const listAbandonedBookings: Operation<InputOf<'listAbandonedBookings'>, AbandonedPage> = async (
  transport,
  ...[input, call]
) => {
  let totals: AbandonedTotals | undefined;
  const noting: Transport = {
    ...transport,
    async request(...given) {
      const answer = await transport.request(...given);
      totals ??= answer.meta as unknown as AbandonedTotals;
      return answer;
    },
  };
  const page = await readAbandoned(noting, input, call);
  const { totalAbandoned, recoveryRate } = totals!;
  return { ...page, totalAbandoned, recoveryRate };
};

/**
 * Asks the person of an abandoned booking, by a channel that the person agreed to, to finish it. `ConflictError`
 * `RECOVERY_BLOCKED`: `details.blocked` says why no message can go now, and when one can. Coach side.
 */
export const sendRecovery = /* @__PURE__ */ operation<'sendRecovery'>(contract.sendRecovery);

/** Shows the message that `sendRecovery` would send, and why it cannot. Coach side. */
export const previewRecovery = /* @__PURE__ */ operation<'previewRecovery'>(contract.previewRecovery);

/** Returns what the link of a recovery restores: service, slot or others near it, and the details of the form. */
export const getResume = /* @__PURE__ */ operation<'getResume'>(contract.getResume);

/** Takes the consent back by the link of a recovery. */
export const withdrawResume = /* @__PURE__ */ operation<'withdrawResume'>(contract.withdrawResume);

/** Returns what happens with bookings that are not finished. Coach side. */
export const getRecoverySettings = /* @__PURE__ */ operation<'getRecoverySettings'>(contract.getRecoverySettings);

/** Replaces what happens with bookings that are not finished; absent fields take their default. Coach side. */
export const updateRecoverySettings = /* @__PURE__ */ operation<'updateRecoverySettings'>(
  contract.updateRecoverySettings,
);

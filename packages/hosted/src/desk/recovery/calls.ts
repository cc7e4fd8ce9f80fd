import {
  bindOperations,
  createTransport,
  getCoach,
  getRecoverySettings,
  listAbandonedBookings,
  previewRecovery,
  sendRecovery,
  updateRecoverySettings,
  type Bound,
  type InputOf,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  getCoach,
  getRecoverySettings,
  listAbandonedBookings,
  previewRecovery,
  sendRecovery,
  updateRecoverySettings,
};

/** The calls of the pages about bookings that were not finished; tests replace them. */
export type RecoveryCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type AbandonedBooking = OutputOf<'listAbandonedBookings'>[number];
export type AbandonedStatus = AbandonedBooking['status'];
export type RecoverySettings = OutputOf<'getRecoverySettings'>;
export type RecoveryPreview = OutputOf<'previewRecovery'>;
export type RecoveryBlock = NonNullable<RecoveryPreview['blocked']>;
export type RecoveryMessageInput = Omit<InputOf<'previewRecovery'>, 'coach' | 'id'>;
export type Incentive = NonNullable<RecoveryMessageInput['incentive']>;

/** Returns the calls with the session of who signed in. */
export function recoveryCalls(session: SessionToken, baseUrl: string): RecoveryCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

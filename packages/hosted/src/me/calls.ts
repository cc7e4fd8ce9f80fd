import {
  addDietLog,
  addProgress,
  addWorkoutLog,
  bindOperations,
  cancelBooking,
  createTransport,
  deleteDietLog,
  deleteProgress,
  deleteWorkoutLog,
  eraseMe,
  exportMe,
  getCoach,
  getMe,
  getMyProfile,
  listMyAudit,
  listMyBookings,
  listMyDietLogs,
  listMyProgress,
  listMyWorkoutLogs,
  listSlots,
  rescheduleBooking,
  updateDietLog,
  updateMyProfile,
  updateProgress,
  updateWorkoutLog,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  addDietLog,
  addProgress,
  addWorkoutLog,
  deleteDietLog,
  deleteProgress,
  deleteWorkoutLog,
  listMyDietLogs,
  listMyProgress,
  listMyWorkoutLogs,
  updateDietLog,
  updateProgress,
  updateWorkoutLog,
  cancelBooking,
  eraseMe,
  exportMe,
  getCoach,
  getMe,
  getMyProfile,
  listMyAudit,
  listMyBookings,
  listSlots,
  rescheduleBooking,
  updateMyProfile,
};

/** The calls of the pages of a client; tests replace them. */
export type MeCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type OwnBooking = OutputOf<'listMyBookings'>[number];
export type BookedCoach = OutputOf<'getCoach'>;
export type OwnRead = OutputOf<'listMyAudit'>[number];

/** Returns the calls with the session of who signed in. */
export function meCalls(session: SessionToken, baseUrl: string): MeCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

import {
  bindOperations,
  cancelBooking,
  completeBooking,
  confirmBooking,
  createBooking,
  createTransport,
  getClient,
  getBooking,
  getClientNotes,
  getCoach,
  listBookingMessages,
  listClientDietLogs,
  listClientProgress,
  listClientWorkoutLogs,
  listClients,
  listCoachBookings,
  listStaff,
  markNoShow,
  recommendSlots,
  sendMessageAgain,
  startBooking,
  undoBooking,
  updateClientNotes,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  createBooking,
  recommendSlots,
  getBooking,
  getCoach,
  listStaff,
  listClients,
  getClient,
  getClientNotes,
  updateClientNotes,
  listClientWorkoutLogs,
  listClientDietLogs,
  listClientProgress,
  listCoachBookings,
  listBookingMessages,
  sendMessageAgain,
  confirmBooking,
  startBooking,
  completeBooking,
  markNoShow,
  undoBooking,
  cancelBooking,
};

/** The calls of the pages of clients; tests replace them. */
export type ClientCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Coach = OutputOf<'getCoach'>;
export type Client = OutputOf<'listClients'>[number];
export type ClientProfile = OutputOf<'getClient'>;
export type ClientNotes = OutputOf<'getClientNotes'>;
export type Staff = OutputOf<'listStaff'>[number];

/** The logs of a client in the last four weeks. */
export interface ClientLogs {
  readonly workouts: OutputOf<'listClientWorkoutLogs'>;
  readonly meals: OutputOf<'listClientDietLogs'>;
  readonly progress: OutputOf<'listClientProgress'>;
}

/** Returns the calls with the session of who signed in. */
export function clientCalls(session: SessionToken, baseUrl: string): ClientCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

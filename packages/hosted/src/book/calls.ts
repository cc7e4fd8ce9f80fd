import {
  bindOperations,
  createTransport,
  getCoach,
  getMe,
  listMyBookings,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = { getCoach, getMe, listMyBookings };

/** The calls for a client who is signed in on a page to book; tests replace them. */
export type BookClientCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type PastBooking = OutputOf<'listMyBookings'>[number];
export type OfferingCoach = OutputOf<'getCoach'>;

/** Returns the calls with the session of who signed in. */
export function bookClientCalls(session: SessionToken, baseUrl: string): BookClientCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

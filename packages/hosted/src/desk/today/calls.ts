import {
  bindOperations,
  cancelBooking,
  completeBooking,
  confirmBooking,
  createTransport,
  getCalendar,
  listBursts,
  listCoachBookings,
  listExternalCalendars,
  listZoneChanges,
  markNoShow,
  undoBooking,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  cancelBooking,
  completeBooking,
  confirmBooking,
  getCalendar,
  listBursts,
  listCoachBookings,
  listExternalCalendars,
  listZoneChanges,
  markNoShow,
  undoBooking,
};

/** The calls of Today; tests replace them. */
export type TodayCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Calendar = OutputOf<'getCalendar'>;
export type Booking = Calendar['bookings'][number];

/** Returns the calls with the session of who signed in. */
export function todayCalls(session: SessionToken, baseUrl: string): TodayCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

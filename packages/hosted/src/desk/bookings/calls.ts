import {
  bindOperations,
  cancelBooking,
  completeBooking,
  confirmBooking,
  createTransport,
  getBooking,
  getCoach,
  listBookingMessages,
  listCoachBookings,
  listStaff,
  markNoShow,
  sendMessageAgain,
  startBooking,
  undoBooking,
  type Bound,
  type OutputOf,
  type SessionToken,
} from '@coach-booking/sdk';

const operations = {
  getCoach,
  listStaff,
  listCoachBookings,
  getBooking,
  listBookingMessages,
  sendMessageAgain,
  confirmBooking,
  startBooking,
  completeBooking,
  markNoShow,
  undoBooking,
  cancelBooking,
};

/** The calls of the list of bookings; tests replace them. */
export type BookingCalls = { readonly [K in keyof typeof operations]: Bound<(typeof operations)[K]> };

export type Coach = OutputOf<'getCoach'>;
export type Staff = OutputOf<'listStaff'>[number];
export type Booking = OutputOf<'listCoachBookings'>[number];
export type Message = OutputOf<'listBookingMessages'>[number];

/** Returns the calls with the session of who signed in. */
export function bookingCalls(session: SessionToken, baseUrl: string): BookingCalls {
  return bindOperations(createTransport({ baseUrl, session }), operations);
}

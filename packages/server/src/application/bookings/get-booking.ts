import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bookingView, seenBy } from './booking-view.ts';
import { contactOf } from '../people/contacts.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';

type GetBookingNeeds = JoinUrlNeeds & FindBookingNeeds;

/** Returns one booking of the caller. Throws BOOKING_NOT_FOUND. */
export const getBooking: UseCase<'getBooking', GetBookingNeeds> =
  (core) =>
  async (context, { id }) => {
    const booking = await findBooking(core, context, id);
    return { data: bookingView(core, seenBy(context, booking), await contactOf(core, booking)) };
  };

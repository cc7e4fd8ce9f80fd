import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { messageView } from './message-view.ts';

type ListBookingMessagesNeeds = Pick<Core, 'deliveries'> & FindBookingNeeds;

/** Returns the messages to the people of a booking, sent and to come. Throws BOOKING_NOT_FOUND. */
export const listBookingMessages: UseCase<'listBookingMessages', ListBookingMessagesNeeds> =
  (core) =>
  async (context, { id }) => {
    await findBooking(core, context, id);
    return { data: (await core.deliveries.ofBooking(scopeOf(context), id)).map(messageView) };
  };

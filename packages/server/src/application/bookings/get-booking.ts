import { reachOf } from '../access/rights.ts';
import { changesOfBooking } from '../external-records/changes-there.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { bookingView, seenBy } from './booking-view.ts';
import { contactOf } from '../people/contacts.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';

type GetBookingNeeds = JoinUrlNeeds & FindBookingNeeds & Pick<Core, 'externalRecords'>;

/** Returns what became of it in the coach's own calendars, for who sees those. */
const changedThere = async (core: GetBookingNeeds, { caller, now }: Context, booking: Booking) => {
  if (reachOf('listExternalCalendars', caller) === 'none') return {};
  const changes = await changesOfBooking(core, booking, now);
  return changes.length === 0 ? {} : { changedThere: [...changes] };
};

/** Returns one booking of the caller. Throws BOOKING_NOT_FOUND. */
export const getBooking: UseCase<'getBooking', GetBookingNeeds> =
  (core) =>
  async (context, { id }) => {
    const booking = await findBooking(core, context, id);
    const view = bookingView(core, seenBy(context, booking), await contactOf(core, booking));
    return { data: { ...view, ...(await changedThere(core, context, booking)) } };
  };

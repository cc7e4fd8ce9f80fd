import { present } from '../present.ts';
import type { UseCase } from '../use-case.ts';
import { recordOf } from './booking-event.ts';
import { bookingView, contactOf } from './booking-view.ts';
import { changeBooking } from './change-booking.ts';

/** Changes the notes, whatever the status. Throws BOOKING_NOT_FOUND, VERSION_CONFLICT. */
export const updateBooking: UseCase<'updateBooking'> = (core) => async (context, input) => {
  const { notes } = input;
  const booking = await changeBooking(core, context, input, async (old) => {
    if (notes === undefined || notes === old.notes) return old;
    if (context.dryRun) return { ...old, notes };
    const record = recordOf(core, context, old, { type: 'updated', to: old.status });
    return core.bookings.change(old.id, old.version, { set: present({ notes }), ...record });
  });
  return { data: bookingView(booking, await contactOf(core, booking)) };
};

import type { Booking } from '../../domain/booking/booking.ts';
import type { InputOf } from '../kernel/contract.ts';
import { present } from '../kernel/present.ts';
import { isCoachSide, permitFields } from '../kernel/scope.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { UseCase } from '../ports/use-case.ts';
import { assignStaff, type AssignStaffNeeds } from './assign-staff.ts';
import { recordOf } from './booking-event.ts';
import { bookingView, seenBy } from './booking-view.ts';
import { changeBooking, type ChangeBookingNeeds } from './change-booking.ts';
import { contactOf } from '../people/contacts.ts';
import type { Core } from '../ports/core.ts';

type UpdateBookingNeeds = JoinUrlNeeds & Pick<Core, 'bookings'> & AssignStaffNeeds & ChangeBookingNeeds;

/** Returns the member to run it from now on; undefined when that does not change. */
const newStaff = (booking: Booking, { staffId }: InputOf<'updateBooking'>): string | null | undefined =>
  (staffId ?? undefined) === booking.staffId ? undefined : staffId;

/**
 * Changes the notes, at any status, and the member of staff. Throws BOOKING_NOT_FOUND, VERSION_CONFLICT,
 * NOT_PERMITTED_FIELD, STAFF_NOT_FOUND, STAFF_BUSY, NOT_ALLOWED_NOW.
 */
export const updateBooking: UseCase<'updateBooking', UpdateBookingNeeds> = (core) => async (context, input) => {
  const { notes } = input;
  permitFields(isCoachSide(context), { staffId: input.staffId });
  const booking = await changeBooking(core, context, input, async (old) => {
    const staffId = newStaff(old, input);
    if (staffId !== undefined) return assignStaff(core, context, old, { staffId, notes });
    if (notes === undefined || notes === old.notes) return old;
    if (context.dryRun) return { ...old, notes };
    const record = recordOf(core, context, old, { type: 'updated', to: old.status });
    return core.bookings.change(old, old.version, { set: present({ notes }), ...record });
  });
  return { data: bookingView(core, seenBy(context, booking), await contactOf(core, booking)) };
};

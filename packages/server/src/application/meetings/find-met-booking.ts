import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import { isMet, type MetBooking } from './meeting-view.ts';

/**
 * Returns a booking within the caller's reach that is held in a meeting of a provider. Throws BOOKING_NOT_FOUND,
 * MEETING_NOT_FOUND.
 */
export async function findMetBooking(core: FindBookingNeeds, context: Context, id: string): Promise<MetBooking> {
  const booking = await findBooking(core, context, id);
  if (!isMet(booking))
    throw new Refusal('MEETING_NOT_FOUND', `No provider makes a meeting for booking ${id}: see its place or video.`);
  return booking;
}

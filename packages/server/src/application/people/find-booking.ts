import type { Booking } from '../../domain/booking/booking.ts';
import { reachesBooking } from '../access/owns.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isOwnAsGuest } from './own-bookings.ts';

export type FindBookingNeeds = Pick<Core, 'realNow' | 'bookings' | 'leads' | 'users'>;

export function bookingNotFound(id: string): Refusal {
  return new Refusal('BOOKING_NOT_FOUND', `No booking ${id} for this caller.`);
}

/**
 * Returns a booking within the caller's reach; any other is not found, as if it did not exist. Throws
 * BOOKING_NOT_FOUND.
 */
export async function findBooking(core: FindBookingNeeds, context: Context, id: string): Promise<Booking> {
  const stored = await core.bookings.find(id);
  if (stored?.kind === 'booking' && (reachesBooking(context, stored) || (await isOwnAsGuest(core, context, stored))))
    return stored;
  throw bookingNotFound(id);
}

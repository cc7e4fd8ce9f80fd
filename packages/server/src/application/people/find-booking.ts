import type { Booking } from '../../domain/booking/booking.ts';
import { asOf } from '../../domain/booking/expiry.ts';
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
 * Returns a booking within the caller's reach as it is stored; any other is not found, as if it did not exist. Throws
 * BOOKING_NOT_FOUND.
 */
export async function findStoredBooking(core: FindBookingNeeds, context: Context, id: string): Promise<Booking> {
  const stored = await core.bookings.find(id);
  const isThere = stored?.kind === 'booking' && !stored.unproven;
  if (isThere && (reachesBooking(context, stored) || (await isOwnAsGuest(core, context, stored)))) return stored;
  throw bookingNotFound(id);
}

/** Returns the same as it stands by the clock of the request: a request that has expired is cancelled. R25. */
export async function findBooking(core: FindBookingNeeds, context: Context, id: string): Promise<Booking> {
  return asOf(await findStoredBooking(core, context, id), context.now);
}

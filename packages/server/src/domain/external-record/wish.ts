import type { Booking } from '../booking/booking.ts';
import { isErased } from '../booking/erased-attendee.ts';

/**
 * Returns whether a booking has something at providers: once it is agreed, and until it is cancelled. One without a
 * time has nothing to be there at, and one whose person was erased is forgotten there.
 */
export function isWanted(booking: Pick<Booking, 'status' | 'time' | 'unproven' | 'attendee'>): boolean {
  const { status, time, unproven } = booking;
  return time !== undefined && !unproven && status !== 'pending' && status !== 'cancelled' && !isErased(booking);
}

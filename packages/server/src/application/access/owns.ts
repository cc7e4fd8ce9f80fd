import type { Booking } from '../../domain/booking/booking.ts';
import type { Context } from '../kernel/context.ts';
import { isInScope } from '../kernel/scope.ts';

/**
 * Returns whether a coach of the caller's partner and mode is within reach. A caller with a key or a booking's link
 * reaches every coach; a coach and their staff only their own, unless the operation goes further for them.
 */
export function reachesCoach({ caller, reach }: Context, coachId: string): boolean {
  if (caller.kind !== 'session' || caller.role === 'client' || reach === 'open' || reach === 'partner') return true;
  return caller.coachId === coachId;
}

const ownsBooking = ({ caller }: Context, booking: Booking): boolean => {
  if (caller.kind === 'booking') return caller.bookingId === booking.id && caller.nonce === booking.manageNonce;
  if (caller.kind !== 'session') return false;
  if (caller.role === 'client') return booking.attendee.kind === 'client' && booking.attendee.id === caller.userId;
  return caller.coachId === booking.coachId;
};

/** Returns whether a booking is within reach: the caller's own, or any of the partner and mode. */
export function reachesBooking(context: Context, booking: Booking): boolean {
  return isInScope(context, booking) && (context.reach === 'partner' || ownsBooking(context, booking));
}

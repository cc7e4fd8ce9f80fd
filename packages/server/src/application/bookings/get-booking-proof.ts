import { isExpired } from '../../domain/booking/expiry.ts';
import { instantText } from '../kernel/instants.ts';
import { isInScope } from '../kernel/scope.ts';
import { bookingNotFound } from '../people/find-booking.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { isProven } from './prove-booking.ts';

/**
 * Returns whether a guest has confirmed by mail, for the page that booked. Throws BOOKING_NOT_FOUND, also for a booking
 * that needed no such proof. R14.
 */
export const getBookingProof: UseCase<'getBookingProof', Pick<Core, 'bookings'>> =
  ({ bookings }) =>
  async (context, { id }) => {
    const stored = await bookings.find(id);
    const isAsked = stored?.kind === 'booking' && (stored.unproven || isProven(stored));
    if (!isAsked || !isInScope(context, stored)) throw bookingNotFound(id);
    const { status, expiresAt } = stored;
    if (!stored.unproven) return { data: { id, state: 'proven', status } };
    return status !== 'pending' || isExpired(stored, context.now)
      ? { data: { id, state: 'gone' } }
      : { data: { id, state: 'waiting', expiresAt: instantText(expiresAt!) } };
  };

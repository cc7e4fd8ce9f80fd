import type { Booking } from '../../domain/booking/booking.ts';
import { asOf } from '../../domain/booking/expiry.ts';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { BookingQuery } from '../ports/bookings.ts';
import type { Core } from '../ports/core.ts';

/** A coach's bookings that start in [from, to), by start, as they stand by the clock of the request. */
export async function bookingsFrom(
  { bookings }: Pick<Core, 'bookings'>,
  context: Context,
  range: Pick<BookingQuery, 'coachId' | 'from' | 'to'>,
): Promise<readonly Booking[]> {
  const found = await bookings.between({ ...scopeOf(context), ...range });
  return found.map((booking) => asOf(booking, context.now));
}

import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';

/** Returns the names of the staff who run these bookings, former members included. */
export function staffNamesOf(
  { staff }: Pick<CoachHead, 'staff'>,
  bookings: readonly Booking[],
): components['schemas']['StaffName'][] {
  const named = new Set(bookings.map(({ staffId }) => staffId));
  return staff.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name }));
}

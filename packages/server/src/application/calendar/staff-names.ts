import type { components } from '@coach-booking/contract/types';
import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';

/** The names of those who run these bookings, also of who has left the team since. */
export function staffNamesOf(
  { staff }: Pick<CoachHead, 'staff'>,
  bookings: readonly Booking[],
): components['schemas']['StaffName'][] {
  const named = new Set(bookings.map(({ staffId }) => staffId));
  return staff.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name }));
}

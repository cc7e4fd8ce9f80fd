import type { Booking, BookingAttendee } from './booking.ts';

/**
 * The attendee of a booking whose person was erased: the same for all, so that no two bookings show that they belonged
 * to one person. A lead without details, since a client's booking connects the client with the coach.
 */
export const ERASED_ATTENDEE: BookingAttendee = { kind: 'lead', id: '0'.repeat(24), contactId: 'erased' };

/** Returns whether the person of a booking was erased. */
export function isErased({ attendee }: Pick<Booking, 'attendee'>): boolean {
  return attendee.id === ERASED_ATTENDEE.id;
}

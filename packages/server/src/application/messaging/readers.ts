import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import type { DeliveryRole } from '../../domain/delivery/delivery.ts';
import { recipientOf, type Recipient, type RecipientNeeds } from './recipient.ts';

/** Returns the recipient of messages of a role about a booking, or null when there is none any more. */
export type Readers = (role: DeliveryRole, booking: Booking, head: CoachHead) => Promise<Recipient | null>;

/**
 * Creates a reader of recipients for one pass over many bookings: the coach side of each coach, and the attendee of
 * each booking, are read once.
 */
export function createReaders(core: RecipientNeeds): Readers {
  const known = new Map<string, Recipient | null>();
  return async (role, booking, head) => {
    const key = `${role === 'attendee' ? booking.id : head.id} ${role}`;
    const stored = known.get(key);
    if (stored !== undefined) return stored;
    const found = await recipientOf(core, { role }, booking, head);
    known.set(key, found);
    return found;
  };
}

import type { Booking, BookingAttendee } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import type { PersonalFields } from '../ports/bookings.ts';
import { Refusal } from '../kernel/refusal.ts';

/** So many writers in a row can be faster with one booking before one gives up. */
const ATTEMPTS = 5;

/**
 * Whom a booking is for whose attendee was erased: nobody, and the same for all, so that no two bookings tell that they were one person's. A
 * lead without details, since what a client books connects the client with the coach.
 */
const NOBODY: BookingAttendee = { kind: 'lead', id: '0'.repeat(24), contactId: 'erased' };

/** What was said in words about a step goes; that it was taken, when and by whom, stays. */
const withoutReason = <T extends { readonly reason?: string }>({ reason: _reason, ...rest }: T): Omit<T, 'reason'> => rest;

/** The booking's fields without the person. Another nonce ends the manage links that are out. */
const impersonal = ({ history, outbox }: Booking, manageNonce: string): PersonalFields => ({
  attendee: NOBODY,
  manageNonce,
  summary: undefined,
  notes: '',
  answers: undefined,
  consent: undefined,
  language: undefined,
  utm: undefined,
  referrer: undefined,
  cancellationReason: undefined,
  history: history.map(withoutReason),
  outbox: outbox.map(({ data, ...event }) => ({ ...event, data: withoutReason(data) })),
});

/**
 * Takes the person out of a booking, whatever others do to it meanwhile. Time, price, status and steps stay, so that the coach's figures do.
 * Throws VERSION_CONFLICT.
 */
export const eraseFromBooking = async (core: Core, found: Booking): Promise<void> => {
  let booking = found;
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const erased = await core.bookings.amend(booking, booking.version, impersonal(booking, core.newSecret()));
    if (erased) return announce(core, changeOfBooking(erased));
    const stored = await core.bookings.find(booking.id);
    if (stored?.kind !== 'booking') return;
    booking = stored;
  }
  throw new Refusal('VERSION_CONFLICT', `Others keep changing booking ${found.id}.`, { version: booking.version });
};

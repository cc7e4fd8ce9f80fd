import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import type { ClientAndCoach } from '../people/connect-through.ts';
import { guestIdsOf } from './own-bookings.ts';

/** So many writers in a row can be faster with one booking; then the next yes goes on. */
const ATTEMPTS = 5;

/** The booking as the client's, whatever others do to it meanwhile. */
const adopt = async (core: Core, clientId: string, found: Booking): Promise<void> => {
  let booking = found;
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    if (booking.attendee.kind !== 'lead') return;
    const adopted = await core.bookings.amend(booking, booking.version, { attendee: { kind: 'client', id: clientId, adopted: true } });
    if (adopted) return announce(core, changeOfBooking(adopted));
    const stored = await core.bookings.find(booking.id);
    if (stored?.kind !== 'booking') return;
    booking = stored;
  }
  throw new Error(`Booking ${found.id} was written by others again and again.`);
};

/**
 * Shows the coach the client in place of the guest that they booked as until now: only for who has just said yes to this coach. Each step is
 * one write that can be done again, so another yes goes on where a crash has ended this.
 */
export const adoptBookings = async (core: Core, { partnerId, mode, clientId, coachId }: ClientAndCoach): Promise<void> => {
  const scope = { partnerId, mode };
  for (const guest of await guestIdsOf(core, scope, clientId)) {
    const theirs = await core.bookings.ofAttendee(scope, guest);
    for (const booking of theirs.filter((one) => one.coachId === coachId)) await adopt(core, clientId, booking);
  }
};

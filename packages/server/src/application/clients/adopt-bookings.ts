import type { Booking } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import type { ClientAndCoach } from '../people/connect-through.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { guestIdsOf } from '../people/own-bookings.ts';

export type AdoptBookingsNeeds = Pick<
  Core,
  'cache' | 'realNow' | 'background' | 'ledgers' | 'bookings' | 'leads' | 'feeds' | 'users'
>;

/**
 * Makes the booking the client's, despite concurrent writers. Where others were faster too often the next acceptance
 * continues.
 */
const adopt = async (core: AdoptBookingsNeeds, clientId: string, found: Booking): Promise<void> => {
  const adopted = await compareAndSet<Booking | null, Booking | 'unchanged'>({
    first: found,
    read: async () => {
      const stored = await core.bookings.find(found.id);
      return stored?.kind === 'booking' ? stored : null;
    },
    write: async (booking) => {
      if (booking?.attendee.kind !== 'lead') return 'unchanged';
      return core.bookings.amend(booking, booking.version, {
        attendee: { kind: 'client', id: clientId, adopted: true },
      });
    },
    otherwise: () => {
      throw new Error(`Booking ${found.id} was written by others again and again.`);
    },
  });
  if (adopted !== 'unchanged') announce(core, changeOfBooking(adopted));
};

/**
 * Shows the coach the client in place of the guest that they booked as: only after the client has accepted this coach.
 * Each step is one write that can be repeated, so another acceptance continues where a crash has interrupted this one.
 */
export async function adoptBookings(
  core: AdoptBookingsNeeds,
  { partnerId, mode, clientId, coachId }: ClientAndCoach,
): Promise<void> {
  const scope = { partnerId, mode };
  for (const guest of await guestIdsOf(core, scope, clientId)) {
    const theirs = await core.bookings.ofAttendee(scope, guest);
    for (const booking of theirs.filter((one) => one.coachId === coachId)) await adopt(core, clientId, booking);
  }
}

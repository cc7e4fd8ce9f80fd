import type { Booking } from '../../domain/booking/booking.ts';
import { ERASED_ATTENDEE } from '../../domain/booking/erased-attendee.ts';
import type { Core } from '../ports/core.ts';
import { forgetBooked } from '../funnel/forget-booked.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import type { PersonalFields } from '../ports/bookings.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';

export type EraseBookingsNeeds = Pick<
  Core,
  'cache' | 'realNow' | 'newSecret' | 'background' | 'ledgers' | 'bookings' | 'feeds' | 'coaches' | 'funnelCounts'
>;

/** Removes the words about a step; that it was taken, when and by whom, stays. */
const withoutReason = <T extends { readonly reason?: string }>({ reason: _reason, ...rest }: T): Omit<T, 'reason'> =>
  rest;

/** Returns the booking's fields without the person. Another nonce revokes the manage links. */
const impersonal = ({ history }: Booking, manageNonce: string): PersonalFields => ({
  attendee: ERASED_ATTENDEE,
  manageNonce,
  summary: undefined,
  notes: '',
  answers: undefined,
  intake: undefined,
  consent: undefined,
  language: undefined,
  utm: undefined,
  referrer: undefined,
  // Perhaps their home.
  place: undefined,
  cancellationReason: undefined,
  history: history.map(withoutReason),
});

/**
 * Removes the person from a booking, despite concurrent writers. Time, price, status and steps stay, so that the
 * coach's figures do. Throws VERSION_CONFLICT.
 */
export async function eraseFromBooking(core: EraseBookingsNeeds, found: Booking): Promise<void> {
  await forgetBooked(core, found);
  const erased = await compareAndSet<Booking | null, Booking | 'gone'>({
    first: found,
    read: async () => {
      const stored = await core.bookings.find(found.id);
      return stored?.kind === 'booking' ? stored : null;
    },
    write: async (booking) =>
      booking
        ? core.bookings.amend(booking, booking.version, impersonal(booking, core.newSecret()), { redactOutbox: true })
        : 'gone',
    otherwise: (booking) => refuseConflict(`Others keep changing booking ${found.id}.`, booking ?? undefined),
  });
  if (erased !== 'gone') announce(core, changeOfBooking(erased));
}

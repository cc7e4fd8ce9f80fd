import type { Booking, BookingAttendee } from '../../domain/booking/booking.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import type { PersonalFields } from '../ports/bookings.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';

export type EraseBookingsNeeds = Pick<
  Core,
  'cache' | 'realNow' | 'newSecret' | 'background' | 'ledgers' | 'bookings' | 'feeds'
>;

/**
 * Whom a booking is for whose attendee was erased: nobody, and the same for all, so that no two bookings tell that they
 * were one person's. A lead without details, since what a client books connects the client with the coach.
 */
const ERASED_ATTENDEE: BookingAttendee = { kind: 'lead', id: '0'.repeat(24), contactId: 'erased' };

/** What was said in words about a step goes; that it was taken, when and by whom, stays. */
const withoutReason = <T extends { readonly reason?: string }>({ reason: _reason, ...rest }: T): Omit<T, 'reason'> =>
  rest;

/** The booking's fields without the person. Another nonce ends the manage links that are out. */
const impersonal = ({ history, outbox }: Booking, manageNonce: string): PersonalFields => ({
  attendee: ERASED_ATTENDEE,
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
 * Takes the person out of a booking, whatever others do to it meanwhile. Time, price, status and steps stay, so that
 * the coach's figures do. Throws VERSION_CONFLICT.
 */
export async function eraseFromBooking(core: EraseBookingsNeeds, found: Booking): Promise<void> {
  const erased = await compareAndSet<Booking | null, Booking | 'gone'>({
    first: found,
    read: async () => {
      const stored = await core.bookings.find(found.id);
      return stored?.kind === 'booking' ? stored : null;
    },
    write: async (booking) =>
      booking ? core.bookings.amend(booking, booking.version, impersonal(booking, core.newSecret())) : 'gone',
    otherwise: (booking) => refuseConflict(`Others keep changing booking ${found.id}.`, booking ?? undefined),
  });
  if (erased !== 'gone') announce(core, changeOfBooking(erased));
}

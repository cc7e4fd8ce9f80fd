import type { Booking } from '../../domain/booking/booking.ts';
import { connectBooking } from '../people/connect-booking.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { findBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import { checkVersion, versionConflict } from './find-booking.ts';

export type ChangeBookingNeeds = Pick<Core, 'cache' | 'background' | 'ledgers' | 'feeds' | 'connections'> &
  FindBookingNeeds;

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 4;

/**
 * One attempt on a booking as it was just read. Null: another writer was faster, and nothing of the attempt is left.
 */
export type BookingAttempt = (booking: Booking) => Promise<Booking | null>;

/**
 * Attempts a change of state, and again on what a faster writer wrote, unless the caller named a version. Throws
 * BOOKING_NOT_FOUND, VERSION_CONFLICT, and what the attempt throws.
 */
export function changeBooking(
  core: ChangeBookingNeeds,
  context: Context,
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  attempt: BookingAttempt,
): Promise<Booking> {
  return compareAndSet<Booking, Booking>({
    read: () => findBooking(core, context, id),
    write: async (booking) => {
      checkVersion(booking, version);
      const changed = await attempt(booking);
      if (!changed) return null;
      // An attempt without a change returns the booking that it received.
      if (!context.dryRun && changed !== booking) announce(core, changeOfBooking(changed, booking));
      if (!context.dryRun) await connectBooking(core, changed);
      return changed;
    },
    otherwise: (booking) => {
      throw versionConflict(booking);
    },
    tries: MAX_ATTEMPTS,
  });
}

import type { Booking } from '../../domain/booking/booking.ts';
import { asOf, isExpired } from '../../domain/booking/expiry.ts';
import { expireAndTell, type ExpireAndTellNeeds } from '../claiming/expire.ts';
import { connectBooking } from '../people/connect-booking.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfBooking } from '../feed/announce.ts';
import { compareAndSet } from '../kernel/compare-and-set.ts';
import { findStoredBooking, type FindBookingNeeds } from '../people/find-booking.ts';
import { checkVersion, versionConflict } from './find-booking.ts';

export type ChangeBookingNeeds = Pick<Core, 'cache' | 'connections'> & FindBookingNeeds & ExpireAndTellNeeds;

/** Attempts against faster writers. */
const MAX_ATTEMPTS = 4;

/**
 * One attempt on a booking as it was just read. Null: another writer was faster, and nothing of the attempt is left.
 */
export type BookingAttempt = (booking: Booking) => Promise<Booking | null>;

/**
 * A request that has expired allows nothing but that, by whatever request: it is recorded before anything else is
 * attempted. Returns null when another writer was faster. R25.
 */
const expiredFirst = async (core: ChangeBookingNeeds, { now, dryRun }: Context, stored: Booking) => {
  if (!isExpired(stored, now)) return stored;
  if (dryRun) return asOf(stored, now);
  const expired = await expireAndTell(core, stored, now);
  if (expired) await connectBooking(core, expired);
  return expired;
};

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
    read: () => findStoredBooking(core, context, id),
    write: async (stored) => {
      checkVersion(stored, version);
      const booking = await expiredFirst(core, context, stored);
      if (!booking) return null;
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

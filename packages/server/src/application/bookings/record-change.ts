import type { Booking } from '../../domain/booking/booking.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import type { Core } from '../ports/core.ts';
import type { BookingChange } from '../ports/bookings.ts';
import { releaseClaims, releaseNamed, settleClaims } from '../claiming/release.ts';

export type RecordChangeNeeds = Pick<Core, 'realNow' | 'background' | 'ledgers' | 'bookings'>;

/** What a change does to the booking's claims besides what it writes. */
export interface ChangeOfClaims {
  readonly change: Omit<BookingChange, 'release'>;
  /** Made for this change, which names them; released when another writer was faster. */
  readonly claimed?: readonly ClaimRef[];
  /** No longer named by this change, which lists them as releasing. */
  readonly givenUp?: readonly ClaimRef[];
}

/**
 * The compare-and-set of a change, and then what follows of it for the claims. Null when another writer was faster:
 * nothing is left.
 */
export async function recordChange(
  core: RecordChangeNeeds,
  booking: Booking,
  { change, claimed = [], givenUp = [] }: ChangeOfClaims,
): Promise<Booking | null> {
  const release = givenUp.length > 0 ? { release: { refs: givenUp, realNow: core.realNow() } } : {};
  const changed = await core.bookings.change(booking, booking.version, { ...change, ...release });
  if (!changed) {
    await releaseClaims(core, claimed);
    return null;
  }
  if (claimed.length > 0) core.background.add(settleClaims(core, claimed));
  await releaseNamed(core, booking.id, givenUp);
  return changed;
}

import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import type { Core } from '../ports/core.ts';
import type { BookingChange } from '../ports/bookings.ts';
import { releaseClaims, releaseNamed, settleClaims } from '../claiming/release.ts';

export type RecordChangeNeeds = Pick<Core, 'realNow' | 'background' | 'ledgers' | 'bookings'>;

/** A place claim that a move has written: only that move, or the sweeper, settles it. R1. */
export interface MovedPlace {
  readonly ledgerId: string;
  readonly claimId: string;
  readonly turn: string;
  readonly until: Instant;
}

/** The effects of a change on the booking's claims besides its own write. */
export interface ChangeOfClaims {
  readonly change: Omit<BookingChange, 'release'>;
  /** Claims made for this change, which names them; released when another writer was faster. */
  readonly claimed?: readonly ClaimRef[];
  /** The place that the booking names, as a move has claimed it for this change. */
  readonly place?: MovedPlace;
  /** Claims that this change no longer names; it lists them as releasing. */
  readonly givenUp?: readonly ClaimRef[];
}

/**
 * Writes a change by compare-and-set, and then releases or settles the claims. Returns null when another writer was
 * faster: nothing is left.
 */
export async function recordChange(
  core: RecordChangeNeeds,
  booking: Booking,
  { change, claimed = [], place, givenUp = [] }: ChangeOfClaims,
): Promise<Booking | null> {
  const release = givenUp.length > 0 ? { release: { refs: givenUp, realNow: core.realNow() } } : {};
  const changed = await core.bookings.change(booking, booking.version, { ...change, ...release });
  if (!changed) {
    await releaseClaims(core, claimed);
    return null;
  }
  if (claimed.length > 0) core.background.add(settleClaims(core, claimed));
  if (place) core.background.add(core.ledgers.settlePlace(place.ledgerId, place.claimId, place.turn, place.until));
  await releaseNamed(core, booking.id, givenUp);
  return changed;
}

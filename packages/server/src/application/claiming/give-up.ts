import type { Booking } from '../../domain/booking/booking.ts';
import type { ClaimRef } from '../../domain/booking/claim.ts';
import type { Core } from '../ports/core.ts';
import { announce, changeOfClaims } from '../feed/announce.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { releaseClaims, unnamed } from './release.ts';

export type GiveUpNeeds = Pick<Core, 'cache' | 'realNow' | 'background' | 'ledgers' | 'bookings' | 'feeds'>;

/** Releases claims made under a booking id that turned out to be used: all but those that the booking names. */
export async function releaseUnused(
  core: Pick<Core, 'ledgers' | 'bookings'>,
  id: string,
  refs: readonly ClaimRef[],
): Promise<Booking | null> {
  const stored = await core.bookings.find(id);
  const booking = stored?.kind === 'booking' ? stored : null;
  await releaseClaims(core, unnamed(refs, booking?.claims ?? []));
  return booking;
}

/**
 * Gives up a booking id. Writes the void first: from then on no concurrent request with the same idempotency key can
 * record a booking under it, so releasing its claims cannot take them from one. Returns the booking when such a request
 * was faster.
 */
export async function giveUp(
  core: GiveUpNeeds,
  scope: LedgerScope,
  id: string,
  refs: readonly ClaimRef[],
): Promise<Booking | null> {
  if (refs.length > 0) {
    const outcome = await core.bookings.insertVoid(scope, id, core.realNow());
    if (outcome === 'inserted') {
      await releaseClaims(core, refs);
      // A reader may have seen the claims while they existed.
      const change = changeOfClaims(refs, 'booking');
      if (change) announce(core, change);
      return null;
    }
  }
  return releaseUnused(core, id, refs);
}

import { refsInclude, type ClaimRef } from '../../domain/booking/claim.ts';
import type { Deps } from '../ports/deps.ts';

/** Removes these claims, one ledger after the other. */
export async function releaseClaims(
  core: Pick<Deps, 'ledgers' | 'bookings'>,
  refs: readonly ClaimRef[],
): Promise<void> {
  for (const { id, ledgers } of refs) for (const ledgerId of ledgers) await core.ledgers.release(ledgerId, id);
}

export async function settleClaims(core: Pick<Deps, 'ledgers' | 'bookings'>, refs: readonly ClaimRef[]): Promise<void> {
  for (const { id, ledgers } of refs) for (const ledgerId of ledgers) await core.ledgers.settle(ledgerId, id);
}

/** Gives up a hold's claims in these ledgers; claims that are no longer there are no error. */
export async function releaseHoldClaims(
  core: Pick<Deps, 'ledgers' | 'bookings'>,
  holdId: string,
  ledgers: readonly string[],
): Promise<void> {
  for (const ledgerId of ledgers) await core.ledgers.releaseHold(ledgerId, holdId);
}

/** Returns those of some claims that a booking does not name. */
export function unnamed(refs: readonly ClaimRef[], named: readonly ClaimRef[]): ClaimRef[] {
  return refs
    .map(({ id, ledgers }) => ({ id, ledgers: ledgers.filter((ledgerId) => !refsInclude(named, id, ledgerId)) }))
    .filter(({ ledgers }) => ledgers.length > 0);
}

/** Removes claims that a recorded change of the booking lists as `releasing`, and then takes them off that list. */
export async function releaseNamed(
  core: Pick<Deps, 'ledgers' | 'bookings'>,
  bookingId: string,
  refs: readonly ClaimRef[],
): Promise<void> {
  if (refs.length === 0) return;
  await releaseClaims(core, refs);
  await core.bookings.clearReleasing(
    bookingId,
    refs.map(({ id }) => id),
  );
}

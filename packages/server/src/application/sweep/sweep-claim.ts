import { refsInclude, type ClaimStamp } from '../../domain/booking/claim.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { changeOfClaims, publishChange } from '../feed/announce.ts';
import type { DueLedger } from '../ports/ledgers.ts';
import type { Deps } from '../ports/deps.ts';

/** All that sweeping needs. */
export type SweepDeps = Pick<Deps, 'ledgers' | 'bookings' | 'connections' | 'feeds' | 'realNow'>;

/** Nobody will record a booking under this id any more. False when somebody just has: it will be looked at again. */
const voidBooking = async ({ bookings, realNow }: SweepDeps, ledger: DueLedger, id: string): Promise<boolean> => {
  return (await bookings.insertVoid(ledger, id, realNow())) === 'inserted';
};

/**
 * Whether the claim of a booking may go. Before the answer is yes, whoever might still record it has been made to lose.
 */
const decideOnClaim = async (
  deps: SweepDeps,
  ledger: DueLedger,
  claim: ClaimStamp,
): Promise<'yes' | 'named' | 'later'> => {
  const stored = await deps.bookings.find(claim.owner.id);
  if (!stored) return (await voidBooking(deps, ledger, claim.owner.id)) ? 'yes' : 'later';
  if (stored.kind === 'void') return 'yes';
  if (refsInclude(stored.claims, claim.id, ledger.id)) {
    await connectBooking(deps, stored);
    return 'named';
  }
  return (await deps.bookings.bump(stored.id, stored.version)) ? 'yes' : 'later';
};

/** Whoever settled or released it may have died before telling of it. */
const publishChangeOf = async (deps: SweepDeps, ledger: DueLedger, claim: ClaimStamp): Promise<void> => {
  const change = changeOfClaims([{ id: claim.id, ledgers: [ledger.id] }], claim.owner.kind);
  if (change) await publishChange(deps, change);
};

/**
 * Settles the claim that a booking names, and removes the one that none will; a hold's after a day. Those who watch the
 * coach are told.
 */
export async function sweepClaim(deps: SweepDeps, ledger: DueLedger, claim: ClaimStamp): Promise<void> {
  if (claim.owner.kind === 'hold') {
    await deps.ledgers.releaseHold(ledger.id, claim.owner.id);
    return publishChangeOf(deps, ledger, claim);
  }
  const verdict = await decideOnClaim(deps, ledger, claim);
  if (verdict === 'named') await deps.ledgers.settle(ledger.id, claim.id);
  if (verdict === 'yes') await deps.ledgers.release(ledger.id, claim.id);
  if (verdict !== 'later') await publishChangeOf(deps, ledger, claim);
}

import type { Booking } from '../../domain/booking/booking.ts';
import { refsInclude, type ClaimStamp, type PlaceClaim } from '../../domain/booking/claim.ts';
import { isIncentiveLedger } from '../../domain/incentive/incentive.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { changeOfClaims, publishChange } from '../feed/announce.ts';
import type { DueLedger } from '../ports/ledgers.ts';
import type { Deps } from '../ports/deps.ts';

/** All that sweeping needs. */
export type SweepDeps = Pick<Deps, 'ledgers' | 'bookings' | 'connections' | 'feeds' | 'realNow' | 'newId'>;

/** Prevents any booking under this id. False when one was just recorded: it will be looked at again. */
const voidBooking = async ({ bookings, realNow }: SweepDeps, ledger: DueLedger, id: string): Promise<boolean> => {
  return (await bookings.insertVoid(ledger, id, realNow())) === 'inserted';
};

/** Raises the version, so that a writer who read the booking before loses. False when it was changed meanwhile. */
const outrun = ({ bookings }: SweepDeps, { id, version }: Booking): Promise<boolean> => bookings.bump(id, version);

/**
 * Whether the claim of a booking may go, or the booking that names it. Before the answer is yes, a writer who might
 * still record it has been made to lose.
 */
const decideOnClaim = async (
  deps: SweepDeps,
  ledger: DueLedger,
  claim: ClaimStamp,
): Promise<'yes' | 'later' | Booking> => {
  const stored = await deps.bookings.find(claim.owner.id);
  if (!stored) return (await voidBooking(deps, ledger, claim.owner.id)) ? 'yes' : 'later';
  if (stored.kind === 'void') return 'yes';
  if (refsInclude(stored.claims, claim.id, ledger.id)) {
    await connectBooking(deps, stored);
    return stored;
  }
  return (await outrun(deps, stored)) ? 'yes' : 'later';
};

const isPlace = (claim: ClaimStamp): claim is PlaceClaim => 'place' in claim;

/**
 * Settles what the booking names. A place that a move asked for until later than the booking lasts is given back to the
 * booking's end, once that move has been made to lose. R1.
 */
const settleNamed = async (
  deps: SweepDeps,
  ledger: DueLedger,
  claim: ClaimStamp,
  booking: Booking,
): Promise<'named' | 'later'> => {
  // The use of an incentive has no end of its own: a session that is over has used it. R27.
  if (!isPlace(claim) || isIncentiveLedger(ledger.id)) {
    await deps.ledgers.settle(ledger.id, claim.id);
    return 'named';
  }
  const until = booking.time?.end ?? null;
  if ((claim.until ?? null) !== until && !(await outrun(deps, booking))) return 'later';
  await deps.ledgers.settlePlace(ledger.id, claim.id, claim.turn, until);
  return 'named';
};

/** Publishes the change: the process that settled or released the claim may have died before. */
const publishChangeOf = async (deps: SweepDeps, ledger: DueLedger, claim: ClaimStamp): Promise<void> => {
  const change = changeOfClaims([{ id: claim.id, ledgers: [ledger.id] }], claim.owner.kind);
  if (change) await publishChange(deps, change);
};

/**
 * Settles the claim that a booking names, and removes the one that none will; a hold's after a day. It notifies the
 * coach's watchers.
 */
export async function sweepClaim(deps: SweepDeps, ledger: DueLedger, claim: ClaimStamp): Promise<void> {
  if (claim.owner.kind === 'hold') {
    await deps.ledgers.releaseHold(ledger.id, claim.owner.id);
    return publishChangeOf(deps, ledger, claim);
  }
  const decision = await decideOnClaim(deps, ledger, claim);
  const verdict = typeof decision === 'string' ? decision : await settleNamed(deps, ledger, claim, decision);
  if (verdict === 'yes') await deps.ledgers.release(ledger.id, claim.id);
  if (verdict !== 'later') await publishChangeOf(deps, ledger, claim);
}

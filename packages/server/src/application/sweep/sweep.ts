import { BOOKING_SWEEP_AFTER } from '../../domain/booking/claim.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { publishChange } from '../feed/announce.ts';
import { releaseNamed } from '../claiming/release.ts';
import { sweepClaim, type SweepDeps } from './sweep-claim.ts';

const SECOND = 1000;
/** Claims and bookings handled in one pass; the rest waits for the next. */
const AT_MOST = 500;

/**
 * One pass over what writers left behind, and over places whose session is over: unsettled claims older than
 * `afterSeconds` of real time (two minutes, unless
 * tests say less), and the claims that a change listed as `releasing` and did not release. Any number of processes may
 * sweep at once. Answers how much it looked at.
 */
export async function sweep(deps: SweepDeps, afterSeconds = BOOKING_SWEEP_AFTER / SECOND): Promise<number> {
  const old = deps.realNow() - afterSeconds * SECOND;
  const due = await deps.ledgers.due(old + BOOKING_SWEEP_AFTER, AT_MOST);
  for (const ledger of due) {
    for (const claim of ledger.claims) if (!claim.settled) await sweepClaim(deps, ledger, claim);
    // What is settled and due is a place whose session is over. It counts nowhere, and its booking is left alone. R1.
    if (ledger.claims.some(({ settled }) => settled)) await deps.ledgers.tidyPlaces(ledger.id, deps.realNow());
  }
  const releasing = await deps.bookings.releasingSince(old, AT_MOST);
  for (const booking of releasing) {
    await connectBooking(deps, booking);
    await releaseNamed(deps, booking.id, booking.releasing);
    await publishChange(deps, { coachId: booking.coachId, kind: 'booking', ranges: [] });
  }
  return due.length + releasing.length;
}

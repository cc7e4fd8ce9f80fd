import { minus, plus } from '@coach-booking/time/instant';
import { BOOKING_SWEEP_AFTER } from '../../domain/booking/claim.ts';
import { connectBooking } from '../people/connect-booking.ts';
import { changeOfBooking, publishChange } from '../feed/announce.ts';
import { expireBooking } from '../claiming/expire.ts';
import { releaseNamed } from '../claiming/release.ts';
import { sweepClaim, type SweepDeps } from './sweep-claim.ts';

const SECOND = 1000;
/** Claims and bookings handled in one pass; the rest waits for the next. */
const AT_MOST = 500;

/** Of live mode alone: in test mode the caller's clock decides. Answers how many requests expired. R11, R25. */
const sweepExpired = async (deps: SweepDeps): Promise<number> => {
  let expired = 0;
  for (const booking of await deps.bookings.expired(deps.realNow(), AT_MOST)) {
    const changed = await expireBooking(deps, booking, deps.realNow());
    // Another writer was faster: what is still pending is found again.
    if (!changed) continue;
    expired++;
    await connectBooking(deps, changed);
    await publishChange(deps, changeOfBooking(changed, booking));
  }
  return expired;
};

/**
 * One pass over what writers left behind, over places whose session is over, and over unanswered requests: unsettled
 * claims older than `afterSeconds` of real time (two minutes, less in tests), and the claims that a change listed as
 * `releasing` and did not release. Any number of processes may sweep at once. Answers how much it looked at.
 */
export async function sweep(deps: SweepDeps, afterSeconds = BOOKING_SWEEP_AFTER / SECOND): Promise<number> {
  const old = minus(deps.realNow(), afterSeconds * SECOND);
  const due = await deps.ledgers.due(plus(old, BOOKING_SWEEP_AFTER), AT_MOST);
  for (const ledger of due) {
    for (const claim of ledger.claims) if (!claim.settled) await sweepClaim(deps, ledger, claim);
    // What is settled and due is a place whose session is over. It counts nowhere, and its booking is left alone. R1.
    if (ledger.claims.some(({ settled }) => settled)) await deps.ledgers.tidyPlaces(ledger.id, deps.realNow());
  }
  const expired = await sweepExpired(deps);
  const releasing = await deps.bookings.releasingSince(old, AT_MOST);
  for (const booking of releasing) {
    await connectBooking(deps, booking);
    await releaseNamed(deps, booking.id, booking.releasing);
    await publishChange(deps, { coachId: booking.coachId, kind: 'booking', ranges: [] });
  }
  return due.length + releasing.length + expired;
}

import type { Instant } from '@coach-booking/time/instant';
import { isRunOut, type Claim } from '../../domain/booking/claim.ts';
import type { Occupied } from '../../domain/slots/slot-question.ts';

/**
 * Returns the time that others have taken, for the slots' engine: no hold that expired at `now`, and nothing of these
 * owners.
 */
export function occupiedBy(claims: readonly Claim[], now: Instant, exceptOwners: readonly string[] = []): Occupied[] {
  return claims
    .filter((claim) => !isRunOut(claim, now) && !exceptOwners.includes(claim.owner.id))
    .map(({ start, end, paddedStart, paddedEnd, owner }) => ({
      start,
      end,
      paddedStart,
      paddedEnd,
      kind: owner.kind,
      ownerId: owner.id,
    }));
}

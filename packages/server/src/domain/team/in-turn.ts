import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { isRunOut, type Claim } from '../booking/claim.ts';

/** A coach among whom one is chosen. */
export interface Candidate {
  readonly coachId: string;
  /** The number of sessions on the day of the start. */
  readonly sessions: number;
  /** When this rule last chose the coach, in real time; null for one whom it never chose. */
  readonly lastChosenAt: Instant | null;
}

/** Returns the number of sessions that begin on a day: booked, or held at `now`. */
export function sessionsOn(day: Range<Instant>, claims: readonly Claim[], now: Instant): number {
  const owners = claims
    .filter((claim) => claim.start >= day.start && claim.start < day.end && !isRunOut(claim, now))
    .map(({ owner }) => owner.id);
  return new Set(owners).size;
}

/**
 * Returns them in the order in which they are chosen: fewest sessions on that day first, then whose turn was longest
 * ago, one who never had a turn before all others, then by id. R41.
 */
export function inTurn<T extends Candidate>(candidates: readonly T[]): readonly T[] {
  return [...candidates].sort(
    (a, b) =>
      a.sessions - b.sessions ||
      (a.lastChosenAt ?? Number.MIN_SAFE_INTEGER) - (b.lastChosenAt ?? Number.MIN_SAFE_INTEGER) ||
      (a.coachId < b.coachId ? -1 : 1),
  );
}

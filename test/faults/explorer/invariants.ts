import type { Booking } from '../../../packages/server/src/domain/booking/booking.ts';
import type { Claim, ClaimStamp, PlaceClaim } from '../../../packages/server/src/domain/booking/claim.ts';
import { refsInclude } from '../../../packages/server/src/domain/booking/claim.ts';
import { isIncentiveLedger } from '../../../packages/server/src/domain/incentive/incentive.ts';
import { isActive } from '../../../packages/server/src/domain/booking/status.ts';
import type { MemoryState } from '../../../packages/server/src/adapters/memory/memory-state.ts';
import type { Invariant } from './explore.ts';
import type { CallResult } from './process-tree.ts';

interface BookingAnswer {
  readonly data: { readonly id: string; readonly start?: string; readonly version: number };
}

const isBookingAnswer = (answer: unknown): answer is BookingAnswer =>
  'rescheduleHistory' in ((answer as BookingAnswer | undefined)?.data ?? {});

/** Returns the bookings that were acknowledged to callers. */
export function acknowledged(results: readonly (CallResult | null)[]): BookingAnswer['data'][] {
  return results.flatMap((one) => (one && 'answer' in one && isBookingAnswer(one.answer) ? [one.answer.data] : []));
}

const bookingsIn = (state: MemoryState): Booking[] =>
  [...state.bookings.values()].filter((one): one is Booking => one.kind === 'booking');
const claimsIn = (state: MemoryState) =>
  [...state.ledgers].flatMap(([ledgerId, { claims }]) => claims.map((claim) => ({ ledgerId, claim })));

/** Returns whether both bookings need the same person: the coach, or the member of staff who runs both. */
const shareSomebody = (a: Booking, b: Booking): boolean =>
  a.coachId === b.coachId || (a.staffId !== undefined && a.staffId === b.staffId);

const overlapping = (bookings: readonly Booking[]): string | null => {
  for (const a of bookings) {
    for (const b of bookings) {
      if (a.id >= b.id || !a.time || !b.time || !shareSomebody(a, b)) continue;
      if (a.time.start < b.time.end && b.time.start < a.time.end) return `${a.id} and ${b.id}`;
    }
  }
  return null;
};

/** The most important invariant: no double bookings. */
export const noDouble: Invariant = (state, results) => {
  const ids = acknowledged(results).map(({ id }) => id);
  const pair = overlapping(bookingsIn(state).filter(({ id, status }) => ids.includes(id) && isActive(status)));
  return pair && `DOUBLE: acknowledged active bookings overlap: ${pair}`;
};

export const nothingLost: Invariant = (state, results) => {
  const lost = acknowledged(results).find(({ id }) => state.bookings.get(id)?.kind !== 'booking');
  return lost ? `LOST: booking ${lost.id} was acknowledged and is not there` : null;
};

export const noFailure: Invariant = (_, results) => {
  const failure = results.find((one) => one && 'failed' in one);
  return failure && 'failed' in failure ? `FAILED: ${failure.failed}` : null;
};

/** Recorded bookings, acknowledged or not, share no time. */
export const noLateBooking: Invariant = (state) => {
  const pair = overlapping(bookingsIn(state).filter(({ status }) => isActive(status)));
  return pair && `ZOMBIE: active bookings overlap: ${pair}`;
};

const covers = ({ time }: Booking, claim: ClaimStamp): boolean =>
  'start' in claim
    ? (claim as Claim).start === time?.start && (claim as Claim).end === time?.end
    : ((claim as PlaceClaim).until ?? null) === (time?.end ?? null);

/** Returns the invariant that every claim of an active booking is there, settled, and as long as the booking. */
export function allProtected(now: number): Invariant {
  const isOver = ({ time }: Booking): boolean => time !== undefined && time.end <= now;
  return (state) => {
    for (const booking of bookingsIn(state).filter(({ status }) => isActive(status))) {
      if (booking.claims.length === 0) return `UNPROTECTED: ${booking.id} names no claim`;
      const claimed = booking.claims.flatMap(({ ledgers }) => ledgers);
      const needed = [booking.time && booking.coachId, booking.time && booking.staffId].filter(
        (id) => id !== undefined,
      );
      const open = needed.find((id) => !claimed.some((ledgerId) => ledgerId.startsWith(`${id}:2`)));
      if (open) return `UNPROTECTED: ${booking.id} names no claim in the calendar of ${open}`;
      if (booking.placeNumber !== undefined && !claimed.some((ledgerId) => ledgerId.endsWith(':places'))) {
        return `UNPROTECTED: ${booking.id} names no claim of its place`;
      }
      for (const { id, ledgers } of booking.claims) {
        for (const ledgerId of ledgers) {
          const claim = state.ledgers.get(ledgerId)?.claims.find((one) => one.id === id);
          // A place is for a session to come: the claim of one that is over may be removed, and may be there as it was.
          if (ledgerId.endsWith(':places') && isOver(booking)) continue;
          const isWhole = claim && (isIncentiveLedger(ledgerId) || covers(booking, claim));
          if (!claim || claim.owner.id !== booking.id || !claim.settled || !isWhole) {
            return `UNPROTECTED: ${booking.id} at ${ledgerId}: ${JSON.stringify(claim)}`;
          }
        }
      }
    }
    return null;
  };
}

/** No claim is left that no booking names: one that took place keeps its time. */
export const noLeak: Invariant = (state) => {
  for (const { ledgerId, claim } of claimsIn(state)) {
    const owner = state.bookings.get(claim.owner.id);
    if (owner?.kind !== 'booking' || !refsInclude(owner.claims, claim.id, ledgerId)) {
      return `LEAK: claim ${claim.id} in ${ledgerId}`;
    }
  }
  const releasing = bookingsIn(state).find((booking) => booking.releasing.length > 0);
  return releasing ? `LEAK: ${releasing.id} still releases` : null;
};

/** No two active bookings to come have one place, and no more are there than places. R1. */
export function placesWithin(capacity: number, now: number): Invariant {
  return (state) => {
    const places = bookingsIn(state).flatMap(({ status, placeNumber, time }) =>
      isActive(status) && placeNumber !== undefined && (time === undefined || time.end > now) ? [placeNumber] : [],
    );
    return new Set(places).size < places.length || places.length > capacity ? `PLACES: ${places.join(' ')}` : null;
  };
}

/** The invariant that a former member of the team has no future session. */
export const noFormerStaff: Invariant = (state) => {
  const gone = [...state.heads.values()].flatMap(({ staff }) =>
    staff.filter(({ deletedAt }) => deletedAt !== undefined),
  );
  const left = bookingsIn(state).find(
    ({ status, staffId }) => isActive(status) && gone.some(({ id }) => id === staffId),
  );
  return left ? `GONE: who runs ${left.id} has left` : null;
};

/** Returns the invariant that at most `most` bookings were recorded. */
export function atMost(most: number): Invariant {
  return (state) => (bookingsIn(state).length > most ? `TWICE: ${bookingsIn(state).length} bookings` : null);
}

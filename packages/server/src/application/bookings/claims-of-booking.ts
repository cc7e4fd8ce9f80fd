import type { Booking } from '../../domain/booking/booking.ts';
import { isClaimOf, placesLedger, type ClaimRef, type Session } from '../../domain/booking/claim.ts';
import { isIncentiveLedger } from '../../domain/incentive/incentive.ts';
import { minus, plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { ErrorCode } from '../kernel/refusal.ts';

const isPlace = ({ coachId }: Booking, { ledgers }: ClaimRef): boolean => ledgers.includes(placesLedger(coachId));

export function placeRefsOf(booking: Booking): ClaimRef[] {
  return booking.claims.filter((ref) => isPlace(booking, ref));
}

/** Returns the claim of the one use of its incentive, if it has one. R27. */
export function incentiveRefsOf({ claims }: Booking): ClaimRef[] {
  return claims.filter(({ ledgers }) => ledgers.every(isIncentiveLedger));
}

/** Returns the claims of its time, in the calendars of the coach and of the member of staff. */
export function timeRefsOf(booking: Booking): ClaimRef[] {
  const others = [...placeRefsOf(booking), ...incentiveRefsOf(booking)];
  return booking.claims.filter((ref) => !others.includes(ref));
}

/** Returns the claims in the calendar of the member of staff. */
export function staffRefsOf({ staffId, claims }: Booking): ClaimRef[] {
  return staffId === undefined ? [] : claims.filter((ref) => isClaimOf(staffId, ref));
}

/** Returns the session that the booking claims, with the buffers that were agreed; absent while it has only a place. */
export function sessionOf({ time, policy }: Booking): Session | undefined {
  return (
    time && {
      start: time.start,
      end: time.end,
      paddedStart: minus(time.start, policy.bufferBefore * MINUTE),
      paddedEnd: plus(time.end, policy.bufferAfter * MINUTE),
    }
  );
}

/** Returns the API's code for the ledger in which the time is taken. */
export function codeOfRefusal(
  ledgerId: string,
  staffId: string | undefined,
): Extract<ErrorCode, 'STAFF_BUSY' | 'SLOT_TAKEN'> {
  return staffId !== undefined && isClaimOf(staffId, { id: '', ledgers: [ledgerId] }) ? 'STAFF_BUSY' : 'SLOT_TAKEN';
}

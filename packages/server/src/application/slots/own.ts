import type { Booking } from '../../domain/booking/booking.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { findBooking, bookingNotFound, type FindBookingNeeds } from '../people/find-booking.ts';
import type { Context } from '../kernel/context.ts';
import { isInScope } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';

export type OwnNeeds = Pick<Core, 'tokens'> & FindBookingNeeds;

/** The claims that the caller has already and would give up for another time. */
export interface OwnRequest {
  readonly forBooking?: string | undefined;
  readonly holdToken?: string | undefined;
}

export interface Own {
  /** The booking that is to be moved. */
  readonly booking?: Booking;
  /** Owners whose claims do not block, for time and for places (R4). */
  readonly owners: readonly string[];
}

/**
 * Returns the hold of a token. A page that comes back may have a token that proves nothing any more; it still has to
 * see slots.
 */
const heldBy = ({ tokens }: Pick<Core, 'tokens'>, context: Context, token: string | undefined): readonly string[] => {
  const grant = token === undefined ? null : tokens.readHold(token);
  return grant && isInScope(context, grant) ? [grant.holdId] : [];
};

/** Returns what these ids and tokens prove to be the caller's. Throws BOOKING_NOT_FOUND. */
export async function ownOf(core: OwnNeeds, context: Context, { forBooking, holdToken }: OwnRequest): Promise<Own> {
  const held = heldBy(core, context, holdToken);
  if (forBooking === undefined) return { owners: held };
  const booking = await findBooking(core, context, forBooking);
  return { booking, owners: [booking.id, ...held] };
}

/** Rejects a booking of another coach: it cannot be moved there. Throws BOOKING_NOT_FOUND. */
export function checkIsOf(head: CoachHead, { booking }: Own): void {
  if (booking && booking.coachId !== head.id) throw bookingNotFound(booking.id);
}

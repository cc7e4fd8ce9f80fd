import type { Booking } from '../../domain/booking/booking.ts';
import type { Identity } from '../idempotency/identify.ts';
import type { Core } from '../ports/core.ts';

/** An id under which no booking was given up, and the booking that has it. */
export interface OpenId {
  readonly id: string;
  readonly existing: Booking | null;
}

/**
 * Returns the booking that an earlier request with the same idempotency key made, or else an id under which none was
 * given up.
 */
export async function openId({ bookings }: Pick<Core, 'bookings'>, identity: Identity): Promise<OpenId> {
  let id = identity.id;
  for (let isFresh = identity.isFresh; !isFresh;) {
    const stored = await bookings.find(id);
    if (stored?.kind === 'booking') return { id, existing: stored };
    if (!stored) break;
    id = await identity.renew(id);
  }
  return { id, existing: null };
}

import type { Booking } from '@coach-booking/sdk';

/** Returns whether a request was not confirmed in time, so that the system has cancelled it. */
export function hasExpired({ cancelledBy, cancellationReason }: Booking): boolean {
  return cancelledBy === 'system' && cancellationReason === 'expired';
}

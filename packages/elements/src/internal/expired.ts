import type { Booking } from '@coach-booking/sdk';

/** Nobody agreed to the request in time, so the system has cancelled it. */
export function hasExpired({ cancelledBy, cancellationReason }: Booking): boolean {
  return cancelledBy === 'system' && cancellationReason === 'expired';
}

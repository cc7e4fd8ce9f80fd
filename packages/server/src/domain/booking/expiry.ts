import { earliest, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Booking } from './booking.ts';

/** A request without a time waits so long for the coach's answer: it keeps a place from others. R25. */
export const TIMELESS_EXPIRY = 14 * DAY;

/** The reason with which the system cancels a request that was not answered. */
export const EXPIRED = 'expired';

/** The reason with which the system cancels what a guest did not confirm by mail. R14. */
export const UNPROVEN = 'unproven';

type Request = Pick<Booking, 'status' | 'time' | 'createdAt' | 'unproven' | 'expiresAt'>;

/**
 * When a pending request expires unless the coach agrees before: at its start, or sooner when its guest has to confirm
 * it by mail. Null for every other status. R14, R25.
 */
export function expiryOf({ status, time, createdAt, expiresAt }: Request): Instant | null {
  if (status !== 'pending') return null;
  const latestAnswer = time?.start ?? plus(createdAt, TIMELESS_EXPIRY);
  return expiresAt === undefined ? latestAnswer : earliest(expiresAt, latestAnswer);
}

/** The request waited in vain. By the clock of the rules, whether that was recorded or not. */
export function isExpired(booking: Request, now: Instant): boolean {
  const expiry = expiryOf(booking);
  return expiry !== null && expiry <= now;
}

/** The fields that the expiry of a request sets. */
export type ExpiredFields = Required<
  Pick<Booking, 'status' | 'cancelledAt' | 'cancelledBy' | 'cancellationReason' | 'isExpired'>
>;

/** The fields of a request once it has expired, which it did at its expiry, whenever that is recorded. */
export function expiredFields(booking: Request): ExpiredFields {
  return {
    status: 'cancelled',
    cancelledAt: expiryOf(booking)!,
    cancelledBy: 'system',
    cancellationReason: booking.unproven ? UNPROVEN : EXPIRED,
    isExpired: true,
  };
}

/** The booking as it stands at `now`: a request that has expired is cancelled, also before that is recorded. */
export function asOf<T extends Request>(booking: T, now: Instant): T {
  return isExpired(booking, now) ? { ...booking, ...expiredFields(booking) } : booking;
}

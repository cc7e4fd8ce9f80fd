import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/**
 * 429: too many requests; nothing was done. `retryAfter` is the seconds to wait; null when the browser may not
 * read it.
 */
export class RateLimitedError extends CoachBookingError {
  override readonly name = 'RateLimitedError';
}

export function isRateLimited(error: unknown): error is RateLimitedError {
  return isNamed(error, 'RateLimitedError');
}

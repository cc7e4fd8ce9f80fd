import { CoachBookingError, isNamed } from './coach-booking-error.ts';
import type { Failure } from './coach-booking-error.ts';

/** 429: too many requests; nothing was done. */
export class RateLimitedError extends CoachBookingError {
  override readonly name = 'RateLimitedError';
  /** Seconds to wait; null when the server did not say, or the browser may not read it. */
  readonly retryAfter: number | null;

  constructor(failure: Failure) {
    super(failure);
    this.retryAfter = failure.retryAfter;
  }
}

export function isRateLimited(error: unknown): error is RateLimitedError {
  return isNamed(error, 'RateLimitedError');
}

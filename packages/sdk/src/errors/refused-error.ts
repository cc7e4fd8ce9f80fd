import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/**
 * 422: well-formed, but a rule refuses it. The `code` names the rule (`OUTSIDE_HOURS`, `TOO_SOON`, …).
 * `details.alternatives` and `details.nextAvailable` are set when the rule was about a time.
 */
export class RefusedError extends CoachBookingError {
  override readonly name = 'RefusedError';
}

export function isRefused(error: unknown): error is RefusedError {
  return isNamed(error, 'RefusedError');
}

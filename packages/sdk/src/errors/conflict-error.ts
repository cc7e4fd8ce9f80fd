import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/**
 * 409 other than a taken slot: the state has changed. `details.version` is set with `VERSION_CONFLICT`,
 * `details.status` with `NOT_ALLOWED_NOW`.
 */
export class ConflictError extends CoachBookingError {
  override readonly name = 'ConflictError';
}

export function isConflict(error: unknown): error is ConflictError {
  return isNamed(error, 'ConflictError');
}

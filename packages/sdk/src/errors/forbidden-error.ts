import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/** 403: the key is valid and does not allow this, from this origin (`ORIGIN_NOT_ALLOWED`) or at all. */
export class ForbiddenError extends CoachBookingError {
  override readonly name = 'ForbiddenError';
}

export function isForbidden(error: unknown): error is ForbiddenError {
  return isNamed(error, 'ForbiddenError');
}

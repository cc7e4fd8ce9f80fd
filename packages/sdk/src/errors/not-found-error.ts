import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/** 404: does not exist, or belongs to another caller. The `code` names the kind. */
export class NotFoundError extends CoachBookingError {
  override readonly name = 'NotFoundError';
}

export function isNotFound(error: unknown): error is NotFoundError {
  return isNamed(error, 'NotFoundError');
}

import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/** 404: not there, or not yours. The `code` names what. */
export class NotFoundError extends CoachBookingError {
  override readonly name = 'NotFoundError';
}

export function isNotFound(error: unknown): error is NotFoundError {
  return isNamed(error, 'NotFoundError');
}

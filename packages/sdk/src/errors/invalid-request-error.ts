import { CoachBookingError, isNamed } from './coach-booking-error.ts';
import type { FailureDetails } from './coach-booking-error.ts';

/** 400 and 413: the request is malformed. */
export class InvalidRequestError extends CoachBookingError {
  override readonly name = 'InvalidRequestError';
  /** The fields and reasons, such as `attendee.email`; empty when it is not about a field. */
  readonly problems: NonNullable<FailureDetails['problems']> = this.details.problems ?? [];
}

export function isInvalidRequest(error: unknown): error is InvalidRequestError {
  return isNamed(error, 'InvalidRequestError');
}

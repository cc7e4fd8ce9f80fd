import { AuthenticationError } from './authentication-error.ts';
import { CoachBookingError } from './coach-booking-error.ts';
import type { Failure } from './coach-booking-error.ts';
import { ConflictError } from './conflict-error.ts';
import { ForbiddenError } from './forbidden-error.ts';
import { InvalidRequestError } from './invalid-request-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { RateLimitedError } from './rate-limited-error.ts';
import { RefusedError } from './refused-error.ts';
import { ServerError } from './server-error.ts';
import { SlotTakenError } from './slot-taken-error.ts';

const byStatus: Readonly<Record<number, typeof CoachBookingError>> = {
  400: InvalidRequestError,
  401: AuthenticationError,
  403: ForbiddenError,
  404: NotFoundError,
  409: ConflictError,
  413: InvalidRequestError,
  422: RefusedError,
  429: RateLimitedError,
};

/** Returns the error of the class for an answer; the only place with this mapping. */
export function errorFor(failure: Failure): CoachBookingError {
  if (failure.code === 'SLOT_TAKEN') return new SlotTakenError(failure);
  if (failure.code === 'UNREADABLE' || failure.status >= 500) return new ServerError(failure);
  return new (byStatus[failure.status] ?? CoachBookingError)(failure);
}

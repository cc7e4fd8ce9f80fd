import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/**
 * 5xx, or an answer that is not the API's (`UNREADABLE`: such as a proxy's page). Whether a write took effect is not
 * known.
 */
export class ServerError extends CoachBookingError {
  override readonly name = 'ServerError';
}

export function isServerFailure(error: unknown): error is ServerError {
  return isNamed(error, 'ServerError');
}

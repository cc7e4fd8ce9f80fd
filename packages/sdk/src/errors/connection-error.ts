import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/** There was no answer: `OFFLINE` (the network failed) or `TIMEOUT`. `status` is 0 and `requestId` null. Whether a write took effect is not known. */
export class ConnectionError extends CoachBookingError {
  override readonly name = 'ConnectionError';
}

export function isConnection(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}

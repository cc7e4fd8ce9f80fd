import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/**
 * There was no answer: `OFFLINE` (the network failed) or `TIMEOUT`. `status` is 0, `requestId` null, `hint` and
 * `details` are empty. Whether a write took effect is not known: send it again with the same idempotency key.
 */
export class ConnectionError extends CoachBookingError {
  override readonly name = 'ConnectionError';

  constructor(code: 'OFFLINE' | 'TIMEOUT', method: string, url: string) {
    const sentence = code === 'TIMEOUT' ? 'The server did not answer in time.' : 'The server could not be reached.';
    super({ status: 0, code, sentence, hint: '', details: {}, requestId: null, retryAfter: null, method, url });
  }
}

export function isConnection(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}

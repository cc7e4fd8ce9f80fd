import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/**
 * The facts of a network failure, copied from the error that `fetch` threw, which itself may hold the request with its
 * headers.
 */
export interface ConnectionCause {
  readonly name: string;
  /** A message such as `getaddrinfo ENOTFOUND book.example`; addresses in it have no query. */
  readonly message: string;
  /** The code in Node, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`; browsers do not provide it. */
  readonly code: string | number | undefined;
}

/**
 * There was no answer: `OFFLINE` (the network failed) or `TIMEOUT`. `status` is 0, `requestId` null, `hint` and
 * `details` are empty; `cause` has the reason of the network failure, except in the transports of pages, where browsers
 * do not provide it. Whether a write took effect is unknown: send it again with the same idempotency key.
 */
export class ConnectionError extends CoachBookingError {
  override readonly name = 'ConnectionError';
  declare readonly cause: ConnectionCause | undefined;

  constructor(code: 'OFFLINE' | 'TIMEOUT', method: string, url: string, cause?: ConnectionCause) {
    const sentence = code === 'TIMEOUT' ? 'The server did not answer in time.' : 'The server could not be reached.';
    super({ status: 0, code, sentence, hint: '', details: {}, requestId: null, retryAfter: null, method, url });
    this.cause = cause;
  }
}

export function isConnection(error: unknown): error is ConnectionError {
  return isNamed(error, 'ConnectionError');
}

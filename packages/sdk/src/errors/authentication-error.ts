import { CoachBookingError, isNamed } from './coach-booking-error.ts';

/** 401: no key or token, or an unknown one (`KEY_MISSING`, `KEY_INVALID`, `TOKEN_INVALID`). */
export class AuthenticationError extends CoachBookingError {
  override readonly name = 'AuthenticationError';
}

export function isAuthentication(error: unknown): error is AuthenticationError {
  return isNamed(error, 'AuthenticationError');
}

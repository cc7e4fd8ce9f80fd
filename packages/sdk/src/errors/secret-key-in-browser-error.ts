import { isNamed } from './coach-booking-error.ts';

/**
 * Thrown by `createTransport` and `createClient` in a browser: whoever opens the page could read the key. Roll it, and
 * use `pk_…` there.
 */
export class SecretKeyInBrowserError extends Error {
  override readonly name = 'SecretKeyInBrowserError';
  readonly code = 'SECRET_KEY_IN_BROWSER';

  constructor() {
    super('A secret key must never reach a browser. Roll it, and use a publishable key (pk_…) here.');
  }
}

export function isSecretKeyInBrowser(error: unknown): error is SecretKeyInBrowserError {
  return isNamed(error, 'SecretKeyInBrowserError');
}

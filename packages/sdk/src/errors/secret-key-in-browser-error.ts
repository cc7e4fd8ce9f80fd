import { isNamed } from './coach-booking-error.ts';

/**
 * Thrown where a secret key is given in a browser, whose visitors could read it, or in place of a value that is sent in
 * URLs: a publishable key, a manage token, a session's token. Nothing was sent. Roll a key that was in a page, and use
 * `pk_…` there.
 */
export class SecretKeyInBrowserError extends Error {
  override readonly name = 'SecretKeyInBrowserError';
  readonly code = 'SECRET_KEY_IN_BROWSER';

  constructor() {
    super('A secret key (sk_…) must never be in a browser or a URL. Use a publishable key (pk_…).');
  }
}

export function isSecretKeyInBrowser(error: unknown): error is SecretKeyInBrowserError {
  return isNamed(error, 'SecretKeyInBrowserError');
}

/**
 * - `missing_header`: a header is absent or malformed
 * - `invalid_secret`: what was given as a secret is none
 * - `wrong_clock`: it is signed well, at a time that is too far from the clock here: a wrong clock, or a request that
 *   was recorded and is sent again
 * - `reserialised_body`: the body was parsed and written anew before it came here
 * - `wrong_signature`: another secret, or another sender
 */
export type WebhookVerificationCode =
  'missing_header' | 'invalid_secret' | 'wrong_clock' | 'reserialised_body' | 'wrong_signature';

/** The reason why a request is not trusted. Answer it with 400 or 401, and log `message`; it holds no secret. */
export class WebhookVerificationError extends Error {
  override readonly name = 'WebhookVerificationError';
  readonly code: WebhookVerificationCode;

  constructor(code: WebhookVerificationCode, message: string) {
    super(message);
    this.code = code;
  }
}

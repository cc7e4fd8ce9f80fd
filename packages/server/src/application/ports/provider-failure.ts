import type { Instant } from '@coach-booking/time/instant';

/**
 * The knowledge after a call to a provider that went wrong:
 *
 * - `unavailable`: surely not done, and worth another attempt: no connection, or a 5xx on a read
 * - `limited`: a 429 or a limit of the day; `retryAt` is when it ends, where the provider says so
 * - `revoked`: the grant is gone, until the coach connects again
 * - `refused`: a final 4xx
 * - `conflict`: the object was changed at the provider since it was last written (412)
 * - `gone`: the object is not there any more: 404 or 410
 * - `unknown`: sent, and no usable answer: a timeout, or a 5xx on a write. Look it up before doing it again.
 */
export type ProviderFailureKind = 'unavailable' | 'limited' | 'revoked' | 'refused' | 'conflict' | 'gone' | 'unknown';

/** The reason why a provider did not do something. Without tokens, addresses and bodies, since it is logged. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  /** Such as `ECONNRESET`, `429` or `zoom_3161`. */
  readonly code: string;
  readonly kind: ProviderFailureKind;
  /** The provider wants no other attempt before that. */
  readonly retryAt: Instant | undefined;

  constructor(code: string, kind: ProviderFailureKind, { retryAt = undefined as Instant | undefined } = {}) {
    super(`A provider did not do something: ${code}.`);
    this.code = code;
    this.kind = kind;
    this.retryAt = retryAt;
  }
}

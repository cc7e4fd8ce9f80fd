import type { Instant } from '@coach-booking/time/instant';
import type { Mode, Person } from '../kernel/context.ts';

/** The content of an access token. Instants are epoch milliseconds by the clock of the rules. */
export interface AccessGrant extends Person {
  readonly partnerId: string;
  readonly mode: Mode;
  /** The family of sessions that it belongs to. */
  readonly sessionId: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/** The keys that access tokens are checked with, as RFC 7517 writes them. */
export interface KeySet {
  readonly keys: readonly {
    readonly kid: string;
    readonly kty: string;
    readonly alg: string;
    readonly use: 'sig';
    readonly crv: string;
    readonly x: string;
    readonly y: string;
  }[];
}

/** Signed tokens that any server can check with the key set. Whole seconds: the format has no finer ones. */
export interface AccessTokens {
  sign(grant: AccessGrant): Promise<string>;
  /**
   * Returns null when the signature, the key or the form is wrong. The caller checks the expiry, since it has the clock
   * only then.
   */
  read(token: string): Promise<AccessGrant | null>;
  /** The current key first. */
  keySet(): Promise<KeySet>;
}

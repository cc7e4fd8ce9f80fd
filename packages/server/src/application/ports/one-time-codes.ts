import type { Instant } from '@coach-booking/time/instant';

/** Codes of an authenticator app: TOTP (RFC 6238) with SHA-1, 30 seconds and six digits, which every app supports. */
export interface OneTimeCodes {
  /** Returns 160 random bits in Base32. */
  newSecret(): string;
  /** Returns the URI that an app reads from a QR code. */
  uri(secret: string, names: { readonly issuer: string; readonly account: string }): string;
  /**
   * Returns the 30-second step of a code, the present one or one beside it; null when it is of none of them. `now` is
   * epoch milliseconds.
   */
  stepOf(secret: string, code: string, now: Instant): number | null;
}

/**
 * Codes of an authenticator app: TOTP (RFC 6238) with SHA-1, 30 seconds and six digits, which is what every app knows.
 */
export interface OneTimeCodes {
  /** 160 random bits in Base32. */
  newSecret(): string;
  /** What an app takes by a QR code. */
  uri(secret: string, names: { readonly issuer: string; readonly account: string }): string;
  /**
   * The 30-second step that a code is of, the present one or one beside it; null when it is of none of them. `now` is
   * epoch milliseconds.
   */
  stepOf(secret: string, code: string, now: number): number | null;
}

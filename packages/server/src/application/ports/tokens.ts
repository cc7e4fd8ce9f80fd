import type { Mode } from '../kernel/context.ts';
import type { Cursors } from '../kernel/page.ts';

/**
 * What a hold token proves; it makes a stored hold record unnecessary, since the claim is found from it. Instants are
 * epoch milliseconds.
 */
export interface HoldGrant {
  readonly holdId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly coachId: string;
  readonly serviceId: string;
  readonly start: number;
  readonly end: number;
  /** The ledgers in which the hold has a claim: of its UTC days, and of the places unless the token is an old one. */
  readonly ledgers: readonly string[];
}

/** What a manage link proves; `nonce` equals the booking's, and revoking changes that one. */
export interface ManageGrant {
  readonly bookingId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly nonce: string;
  /** Epoch milliseconds by the clock of the rules. */
  readonly expiresAt: number;
}

/**
 * What a refresh token carries. The secret makes it one of a kind; the signature, that nobody can end sessions with
 * made-up ones.
 */
export interface RefreshGrant {
  /** The family of sessions. */
  readonly sessionId: string;
  readonly secret: string;
}

/** What a link in a mail is for; `second_factor` is no link but the first half of a sign-in. */
export const MAIL_PURPOSES = [
  'email_verification',
  'password_reset',
  'invitation',
  'registration_refusal',
  'email_change',
  'second_factor',
] as const;
export type MailPurpose = (typeof MAIL_PURPOSES)[number];

/**
 * What the link in a mail proves: that whoever holds it reads the mail of this person. A sign-in's first half: that one
 * knows the password.
 */
export interface MailGrant {
  readonly purpose: MailPurpose;
  readonly userId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  /** Of what must not have changed since, so that a link dies by its use. */
  readonly stamp: string;
  /** Epoch milliseconds by the clock of the rules. */
  readonly expiresAt: number;
}

/** Signed, opaque, deterministic: the same grant always makes the same token, so that a retry answers the same. */
export interface Tokens extends Cursors {
  signHold(grant: HoldGrant): string;
  /** Null when the signature or the form is wrong. A hold's own expiry is the ledger's business. */
  readHold(token: string): HoldGrant | null;
  signManage(grant: ManageGrant): string;
  /** Null when the signature or the form is wrong, or when it expired at `now`. */
  readManage(token: string, now: number): ManageGrant | null;
  signRefresh(grant: RefreshGrant): string;
  /** Null when the signature or the form is wrong. */
  readRefresh(token: string): RefreshGrant | null;
  signMail(grant: MailGrant): string;
  /** Null when the signature or the form is wrong, or when it expired at `now`. */
  readMail(token: string, now: number): MailGrant | null;
  /**
   * What is kept in the place of something that must not be: the same for the same text, and without the secret nobody
   * finds the text by trying.
   */
  mark(text: string): string;
}

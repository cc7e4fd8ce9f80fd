import type { Instant } from '@coach-booking/time/instant';
import type { Mode } from '../kernel/context.ts';
import type { Cursors } from '../kernel/page.ts';

/**
 * The content of a hold token; no hold record needs to be stored, since the claim is found from it. Instants are epoch
 * milliseconds.
 */
export interface HoldGrant {
  readonly holdId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly coachId: string;
  readonly serviceId: string;
  readonly start: Instant;
  readonly end: Instant;
  /** The ledgers in which the hold has a claim: of its UTC days, and of the places unless the token is an old one. */
  readonly ledgers: readonly string[];
}

/** The content of a manage link; `nonce` equals the booking's, and revoking changes the booking's. */
export interface ManageGrant {
  readonly bookingId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly nonce: string;
  /** Epoch milliseconds by the clock of the rules. */
  readonly expiresAt: Instant;
}

/** The content of the link by which a guest confirms a booking, which proves that its holder reads the mail. R14. */
export interface ProofGrant {
  readonly bookingId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  /** Epoch milliseconds by the clock of the rules. */
  readonly expiresAt: Instant;
}

/**
 * The content of the link by which a reader unsubscribes, which proves that the reader was sent a mail of this kind
 * about this booking or intent. It names no address and never expires, since mails are opened late.
 */
export interface UnsubscribeGrant {
  /** The id of the booking; of a recovery that of the intent. */
  readonly subjectId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly kind: UnsubscribeKind;
}

/** The kinds of mails that a recipient may decline. The others report the state of a booking. */
export const UNSUBSCRIBE_KINDS = ['reminder', 'follow_up', 'recovery'] as const;
export type UnsubscribeKind = (typeof UNSUBSCRIBE_KINDS)[number];

/**
 * The content of a refresh token. The secret makes it unique; the signature prevents ending sessions with made-up ones.
 */
export interface RefreshGrant {
  /** The family of sessions. */
  readonly sessionId: string;
  readonly secret: string;
}

/** The purpose of a link in a mail; `second_factor` is no link but the first half of a sign-in. */
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
 * The content of the link in a mail, which proves that its holder reads the mail of this person; or of an unfinished
 * sign-in, which proves that its holder has the password.
 */
export interface MailGrant {
  readonly purpose: MailPurpose;
  readonly userId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  /** Hash of what must not have changed since, so that a link works once. */
  readonly stamp: string;
  /** Epoch milliseconds by the clock of the rules. */
  readonly expiresAt: Instant;
}

/** The content of the address at which a provider reports changes of a calendar. */
export interface PushGrant {
  /** The id of a calendar source. */
  readonly sourceId: string;
  readonly partnerId: string;
  readonly mode: Mode;
}

/** The content of the token that proves who captured an intent. Stored nowhere. */
export interface IntentGrant {
  readonly intentId: string;
  readonly partnerId: string;
  readonly mode: Mode;
  readonly coachId: string;
}

/** Signed, opaque, deterministic: the same grant always makes the same token, so that a retry returns the same. */
export interface Tokens extends Cursors {
  signHold(grant: HoldGrant): string;
  /** Returns null when the signature or the form is wrong. The ledger has a hold's own expiry. */
  readHold(token: string): HoldGrant | null;
  signIntent(grant: IntentGrant): string;
  /** Returns null when the signature or the form is wrong. */
  readIntent(token: string): IntentGrant | null;
  signManage(grant: ManageGrant): string;
  /** Returns null when the signature or the form is wrong, or when it expired at `now`. */
  readManage(token: string, now: Instant): ManageGrant | null;
  signProof(grant: ProofGrant): string;
  /** Returns null when the signature or the form is wrong, or when it expired at `now`. */
  readProof(token: string, now: Instant): ProofGrant | null;
  signUnsubscribe(grant: UnsubscribeGrant): string;
  /** Returns null when the signature or the form is wrong. */
  readUnsubscribe(token: string): UnsubscribeGrant | null;
  /** Signs the id of a booking for the link by which its meeting is joined. Short, since it stands in SMS. */
  signJoin(bookingId: string): string;
  /** Returns the id of the booking; null when the signature or the form is wrong. */
  readJoin(token: string): string | null;
  /** Signs the id of an intent for the link by which its booking is finished. Short, since it stands in SMS. */
  signResume(intentId: string): string;
  /** Returns the id of the intent; null when the signature or the form is wrong. The intent has the link's expiry. */
  readResume(token: string): string | null;
  signPush(grant: PushGrant): string;
  /** Returns null when the signature or the form is wrong. */
  readPush(token: string): PushGrant | null;
  /** Signs the id of a calendar source as the secret that its provider repeats in each report. 33 characters. */
  signPushState(sourceId: string): string;
  /** Returns the id of the source; null when the signature or the form is wrong. */
  readPushState(state: string): string | null;
  signRefresh(grant: RefreshGrant): string;
  /** Returns null when the signature or the form is wrong. */
  readRefresh(token: string): RefreshGrant | null;
  signMail(grant: MailGrant): string;
  /** Returns null when the signature or the form is wrong, or when it expired at `now`. */
  readMail(token: string, now: Instant): MailGrant | null;
  /**
   * Returns a keyed hash of a text that must not be stored: the same for the same text, and without the secret it
   * cannot be guessed.
   */
  mark(text: string): string;
}

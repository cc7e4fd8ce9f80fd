/** The kind of a mail. */
export type MailKind =
  | 'email_verification'
  | 'password_reset'
  | 'invitation'
  | 'email_change'
  | 'account_exists'
  | 'password_changed'
  | 'email_changing'
  | 'email_changed'
  | 'role_changed'
  | 'new_device'
  | 'second_factor_enabled'
  | 'second_factor_disabled';

/** One mail to one person. */
export interface MailMessage {
  readonly kind: MailKind;
  /** An address alone, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
}

/** Why a mail was not sent. Without the address, since it is logged. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  /** Such as `ECONNECTION` or `550`. */
  readonly code: string;
  /** No server will accept this mail as it is; a retry is useless. */
  readonly isFinal: boolean;

  constructor(kind: MailKind, code: string, isFinal: boolean) {
    super(`A mail (${kind}) was not taken: ${code}.`);
    this.code = code;
    this.isFinal = isFinal;
  }
}

export interface Mail {
  /** Resolves when a server has accepted the mail. Throws a MailFailure. */
  send(message: MailMessage): Promise<void>;
  /** Removes the stored mails to this address, for erasure, where mails are stored. */
  forget?(emailKey: string): Promise<void>;
}

/** What a mail is for. */
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

/** Why a mail did not go. Says nothing of the address, since it ends in logs. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  /** Such as `ECONNECTION` or `550`. */
  readonly code: string;
  /** Nobody will take this mail as it is; trying again is no use. */
  readonly isFinal: boolean;

  constructor(kind: MailKind, code: string, isFinal: boolean) {
    super(`A mail (${kind}) was not taken: ${code}.`);
    this.code = code;
    this.isFinal = isFinal;
  }
}

export interface Mail {
  /** Resolves when somebody has taken the mail over. Throws a MailFailure. */
  send(message: MailMessage): Promise<void>;
  /** For erasure, where mails are kept: removes those to this address, as addresses are compared. */
  forget?(emailKey: string): Promise<void>;
}

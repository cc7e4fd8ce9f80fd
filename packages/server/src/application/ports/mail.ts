import type { AccountMessageKind } from '../../domain/delivery/account-delivery.ts';
import type { DeliveryKind } from '../../domain/delivery/delivery.ts';
import type { MailCalendar } from './outlets.ts';

/** The kind of a mail about an account that has no template. */
export type MailKind = Exclude<AccountMessageKind, 'welcome'>;

/** The kind of a mail to an admin about how messages go. */
export type NoticeKind = 'sender_test' | 'cost_guard' | 'webhook_failing' | 'webhook_disabled' | 'webhook_gone';

/** One mail to one person. */
export interface MailMessage {
  readonly kind: AccountMessageKind | DeliveryKind | 'recovery' | NoticeKind;
  /** An address alone, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Shown as the sender beside the server's own address; the server's name when absent. */
  readonly fromName?: string;
  /** An address alone. */
  readonly replyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly calendar?: MailCalendar;
}

/** The reason why a mail was not sent. Without the address, since it is logged. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  /** Such as `ECONNECTION` or `550`. */
  readonly code: string;
  /** No server will accept this mail as it is; a retry is useless. */
  readonly isFinal: boolean;

  constructor(kind: MailMessage['kind'], code: string, isFinal: boolean) {
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

/** A sender of mails. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** `book@fit.example`, or `Fit <book@fit.example>`. */
export const MAILBOX = /^(?:([^<>\p{Cc}]*)<)?([^\s<>@,]+@[^\s<>@,]+)>?$/u;

/** Returns the sender that such a text names. */
export function mailboxOf(text: string): Mailbox {
  const [, name = '', address = ''] = MAILBOX.exec(text) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address };
}

/** The sender of mails that stay on this machine. */
export const noSender: Mailbox = { name: 'Coach booking', address: 'no-reply@localhost' };

import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from '../../application/ports/mail.ts';

/** Who the mails come from: a name to show, and an address. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** The message as nodemailer takes it. Nothing in it is fetched or read from disk, whatever it says. */
export function envelopeOf({ to, subject, text, html }: MailMessage, from: Sender): SendMailOptions {
  return {
    from: { name: from.name, address: from.address },
    // As an object, so that commas in an address do not make it a list.
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    // So that nobody's absence note answers.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from '../../application/ports/mail.ts';

/** The sender of mails: a name to show, and an address. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Returns the message as nodemailer expects it. No part of it is fetched or read from disk. */
export function envelopeOf({ to, subject, text, html }: MailMessage, from: Sender): SendMailOptions {
  return {
    from: { name: from.name, address: from.address },
    // As an object, so that commas in an address do not make it a list.
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    // Keeps automatic replies from answering.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

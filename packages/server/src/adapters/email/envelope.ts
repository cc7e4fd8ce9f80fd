import type { SendMailOptions } from 'nodemailer';
import type { MailMessage } from '../../application/ports/mail.ts';
import type { MailCalendar } from '../../application/ports/outlets.ts';

/** The sender of mails: a name to show, and an address. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** A part beside text and HTML; nodemailer's `icalEvent` is that part and an attachment. */
const calendarParts = ({ method, content, isAttached = true }: MailCalendar): SendMailOptions =>
  isAttached
    ? { icalEvent: { method, content } }
    : { alternatives: [{ contentType: `text/calendar; charset=utf-8; method=${method}`, content }] };

/** Returns the message as nodemailer expects it. No part of it is fetched or read from disk. */
export function envelopeOf(message: MailMessage, from: Sender): SendMailOptions {
  const { to, subject, text, html, fromName, replyTo, headers, calendar } = message;
  return {
    from: { name: fromName ?? from.name, address: from.address },
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    // As an object, so that commas in an address do not make it a list.
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    // Keeps automatic replies from answering.
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
    // Mail programs read the method in the part's type as well as in the file. RFC 6047.
    ...(calendar && calendarParts(calendar)),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

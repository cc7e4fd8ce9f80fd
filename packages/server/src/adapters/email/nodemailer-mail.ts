import { createTransport } from 'nodemailer';
import { MailFailure, type Mail } from '../../application/ports/mail.ts';
import { envelopeOf, type Sender } from './envelope.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`. STARTTLS is used where it is offered. */
  readonly url: string;
  readonly from: Sender;
  /** How long the other side may be silent, in milliseconds. */
  readonly patience?: number;
}

/**
 * Answers of 500 and up are final in SMTP; whatever else went wrong may pass. Nodemailer's own texts name addresses, so
 * they stay here.
 */
const failureOf = (kind: ConstructorParameters<typeof MailFailure>[0], error: unknown): MailFailure => {
  const { code, responseCode } = (error ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  if (typeof responseCode === 'number') return new MailFailure(kind, String(responseCode), responseCode >= 500);
  return new MailFailure(kind, typeof code === 'string' ? code : 'UNKNOWN', false);
};

/** Mail through an SMTP server; connections are kept and shared. */
export function createSmtpMail({ url, from, patience = 10_000 }: SmtpOptions): Mail & { close(): void } {
  const timeouts = {
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  };
  const transport = createTransport({ url, pool: true, logger: false, ...timeouts });
  return {
    async send(message) {
      try {
        await transport.sendMail(envelopeOf(message, from));
      } catch (error) {
        throw failureOf(message.kind, error);
      }
    },
    close: () => transport.close(),
  };
}

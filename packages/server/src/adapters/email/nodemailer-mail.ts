import { createTransport } from 'nodemailer';
import { MailFailure, type Mail } from '../../application/ports/mail.ts';
import { envelopeOf, type Sender } from './envelope.ts';

export interface SmtpOptions {
  /** `smtp://user:password@host:587` or `smtps://…:465`. STARTTLS is used where it is offered. */
  readonly url: string;
  readonly from: Sender;
  /** The milliseconds for which the server may be silent. */
  readonly timeout?: number;
}

/**
 * Returns the failure. Answers of 500 and up are final in SMTP; other errors may pass. Nodemailer's own texts name
 * addresses, so they are not passed on.
 */
const failureOf = (kind: ConstructorParameters<typeof MailFailure>[0], error: unknown): MailFailure => {
  const { code, responseCode } = (error ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  if (typeof responseCode === 'number') return new MailFailure(kind, String(responseCode), responseCode >= 500);
  return new MailFailure(kind, typeof code === 'string' ? code : 'UNKNOWN', false);
};

/** Sends mail through an SMTP server; connections are pooled. */
export function createSmtpMail({ url, from, timeout = 10_000 }: SmtpOptions): Mail & { close(): void } {
  const timeouts = {
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
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

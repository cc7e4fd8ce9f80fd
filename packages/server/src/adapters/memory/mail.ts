import type { Mail, MailMessage } from '../../application/ports/mail.ts';

/** Collects the mails of one process, in the order of sending. */
export function createMemoryMail(): Mail & { readonly sent: MailMessage[] } {
  const sent: MailMessage[] = [];
  return {
    sent,
    send: async (message) => {
      sent.push(message);
    },
  };
}

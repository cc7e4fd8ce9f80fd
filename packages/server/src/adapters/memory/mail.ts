import type { Mail, MailMessage } from '../../application/ports/mail.ts';

/** A postbox of one process: what was sent lies in it, the last one last. */
export function createMemoryMail(): Mail & { readonly sent: MailMessage[] } {
  const sent: MailMessage[] = [];
  return {
    sent,
    send: async (message) => {
      sent.push(message);
    },
  };
}

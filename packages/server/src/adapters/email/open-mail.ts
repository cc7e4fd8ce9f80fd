import { MailFailure, type Mail, type MailMessage } from '../../application/ports/mail.ts';
import type { Sender } from './envelope.ts';
import { createFolderMail, type FolderOptions } from './folder-mail.ts';
import { createSmtpMail } from './nodemailer-mail.ts';

export interface MailOptions extends FolderOptions {
  /** Of the SMTP server; without it mails become files in the folder. */
  readonly url?: string | undefined;
  readonly from: Sender;
  /** Called for each mail that could not be delivered; its request has long been answered. */
  onFailure(kind: MailMessage['kind'], code: string): void;
}

/** Opens the mail of a server, by SMTP where it is configured and else into a folder. */
export function openMail({ url, onFailure, ...options }: MailOptions): Mail & { close(): void } {
  const mail: Mail & { close(): void } =
    url === undefined
      ? { ...createFolderMail(options), close: () => undefined }
      : createSmtpMail({ url, from: options.from });
  return {
    ...(mail.forget && { forget: mail.forget }),
    async send(message) {
      await mail.send(message).catch((error: unknown) => {
        onFailure(message.kind, error instanceof MailFailure ? error.code : 'UNKNOWN');
        throw error;
      });
    },
    close: mail.close,
  };
}

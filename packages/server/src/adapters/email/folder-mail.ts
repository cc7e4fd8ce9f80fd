import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { MailFailure, type Mail } from '../../application/ports/mail.ts';
import { envelopeOf, type Sender } from './envelope.ts';

export interface FolderOptions {
  /** Created when it is missing. */
  readonly folder: string;
  readonly from: Sender;
  /** Epoch milliseconds; names the files, so that they sort by time. */
  now(): number;
  /** Never the same twice. */
  newId(): string;
}

/** Returns no files when there is no such folder: no mail was sent yet. */
const filesIn = async (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Returns whether the mail's header has this address alone on its line. */
const isTo = (eml: string, emailKey: string): boolean =>
  /^To: <?(.*?)>?$/im.exec(eml)?.[1]?.trim().toLowerCase() === emailKey;

/**
 * Writes each mail as an `.eml` file, which mail programs open: for servers without SMTP. The files hold links that
 * sign people in, so only the owner of the process may read them, and their names reveal no address.
 */
export function createFolderMail({ folder, from, now, newId }: FolderOptions): Mail {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    async send(message) {
      const time = new Date(now()).toISOString().replace(/[:.]/g, '-');
      const path = join(folder, `${time}-${message.kind}-${newId()}.eml`);
      try {
        const { message: eml } = await transport.sendMail(envelopeOf(message, from));
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // A process that watches the folder finds whole files only.
        await writeFile(`${path}.part`, eml as Buffer, { mode: 0o600 });
        await rename(`${path}.part`, path);
      } catch (error) {
        throw new MailFailure(message.kind, (error as NodeJS.ErrnoException).code ?? 'UNKNOWN', false);
      }
    },
    async forget(emailKey) {
      for (const name of await filesIn(folder)) {
        const path = join(folder, name);
        if (isTo(await readFile(path, 'utf8'), emailKey)) await rm(path, { force: true });
      }
    },
  };
}

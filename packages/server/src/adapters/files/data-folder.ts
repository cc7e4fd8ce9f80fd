import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;

/** The files of this server in its data folder, and drafts of them. */
const ours = /^(mongodb|mail|(signing-secret|encryption-key)(\..*)?)$/;

/** Empty when there is no such folder. */
const entriesOf = async (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Removes the permissions of all but the owner from a folder or file, and from everything below; links are skipped. */
const tighten = async (path: string): Promise<void> => {
  const stats = await lstat(path);
  if (!stats.isDirectory() && !stats.isFile()) return;
  const wanted = stats.isDirectory() ? FOLDER : FILE;
  if ((stats.mode & 0o777) !== wanted) await chmod(path, wanted);
  if (stats.isDirectory())
    for (const { name } of await readdir(path, { withFileTypes: true })) await tighten(join(path, name));
};

/**
 * Makes the content of the data folder private to its owner, by whatever account and under any umask it was created:
 * folders 0700, files 0600. The folder itself follows when it holds nothing else, since `DATA_DIR` may name one that
 * others use, too. Windows has no such permissions.
 * @returns sentences for the operator, where the system did not allow it
 */
export async function tightenDataFolder(dataDir: string): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const entries = await entriesOf(dataDir);
  const notes: string[] = [];
  const tightened = (path: string, step: () => Promise<void>) =>
    step().catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPERM') throw error;
      notes.push(
        `${path} belongs to another user of this machine, so its rights stay as they are. Give it to the server's own user.`,
      );
    });
  for (const { name } of entries.filter((entry) => ours.test(entry.name)))
    await tightened(join(dataDir, name), () => tighten(join(dataDir, name)));
  if (entries.length > 0 && entries.every(({ name }) => ours.test(name)))
    await tightened(dataDir, () => chmod(dataDir, FOLDER));
  return notes;
}

import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const FOLDER = 0o700;
const FILE = 0o600;

/** What this server keeps in its data folder, and drafts of these files. */
const ours = /^(mongodb|mail|(signing-secret|encryption-key)(\..*)?)$/;

/** Empty when there is no such folder. */
const entriesOf = async (folder: string) =>
  readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/**
 * Takes the rights of everybody but the owner from a folder or file, and from all that lies below; links are left
 * alone.
 */
const tighten = async (path: string): Promise<void> => {
  const stats = await lstat(path);
  if (!stats.isDirectory() && !stats.isFile()) return;
  const wanted = stats.isDirectory() ? FOLDER : FILE;
  if ((stats.mode & 0o777) !== wanted) await chmod(path, wanted);
  if (stats.isDirectory())
    for (const { name } of await readdir(path, { withFileTypes: true })) await tighten(join(path, name));
};

/**
 * Makes what lies in the data folder its owner's alone, whoever made it and under whichever umask: folders 0700, files
 * 0600. The folder itself follows when nothing else is in it, since `DATA_DIR` may name one that others use, too.
 * Windows has no such rights.
 * @returns sentences for who starts the server, where the system did not allow it
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

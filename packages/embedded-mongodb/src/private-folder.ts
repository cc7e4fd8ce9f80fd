import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that only their owner reads and writes. */
export const PRIVATE_FILE = 0o600;
/** Folders that only their owner enters. */
const PRIVATE_FOLDER_MODE = 0o700;

/** Creates a folder that only its owner may enter, or removes the permissions of all others from an existing one. */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  tighten(path, PRIVATE_FOLDER_MODE);
}

/** Removes the permissions of all but the owner from a folder's files, links left out. */
export function tightenFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) tighten(join(folder, entry.name), PRIVATE_FILE);
}

/** Sets a mode. Windows has no such permissions: a user's own folders are private there. */
function tighten(path: string, mode: number): void {
  if (process.platform !== 'win32' && (lstatSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
}

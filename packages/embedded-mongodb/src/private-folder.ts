import { chmodSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that only their owner reads and writes. */
export const PRIVATE_FILE = 0o600;
/** Folders that only their owner enters. */
const PRIVATE_FOLDER_MODE = 0o700;

/**
 * Makes a folder that only its owner may enter, or takes these rights from everybody else where it is there already.
 */
export function privateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER_MODE });
  tighten(path, PRIVATE_FOLDER_MODE);
}

/** Takes the rights to a folder's files, links left out, from everybody but their owner. */
export function tightenFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isFile()) tighten(join(folder, entry.name), PRIVATE_FILE);
}

/** Windows has no such rights: what lies in a user's own folders is the user's there. */
function tighten(path: string, mode: number): void {
  if (process.platform !== 'win32' && (lstatSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
}

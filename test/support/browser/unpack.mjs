import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const inflate = promisify(brotliDecompress);

/** Returns a file's bytes after brotli. */
export const readBrotli = async (file) => inflate(await readFile(file));

/**
 * Returns the regular files in a tar archive, as `[{ path, bytes }]`. Folders follow from the paths; entry types beyond
 * these two are refused, since an archive with links or long names would come out incomplete.
 */
export function* tarEntries(archive) {
  const text = (from, length) => archive.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const path = text(at, 100);
    const size = Number.parseInt(text(at + 124, 12), 8);
    const type = String.fromCharCode(archive[at + 156] ?? 0);
    if (type === '0' || type === '\0') yield { path, bytes: archive.subarray(at + 512, at + 512 + size) };
    else if (type !== '5') throw new Error(`tar entry ${path} has type ${type}, which this reader does not know`);
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** Writes a file with the folders above it. */
export async function place(folder, path, bytes, mode = 0o644) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), bytes, { mode });
}

/**
 * Makes `folder` once, by `fill(temporaryFolder)` and one rename: a second process that starts meanwhile sees all of it
 * or nothing, and never runs a binary that is still open for writing (ETXTBSY). The process that renames second removes
 * its own copy.
 */
export async function once(folder, fill) {
  if (await exists(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.`);
  try {
    await fill(draft);
    await rename(draft, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** The one file of data in a backup, as in a data folder of the embedded store. */
const DATA = 'store/data.mdb';
const MANIFEST = 'manifest.json';

const manifest = z.object({
  format: z.literal(1),
  /** The release of the program that made it. */
  release: z.string(),
  /** The oldest schema version that can read it. */
  schemaVersion: z.number().int(),
  /** When it was begun: every write acknowledged before is in it. */
  takenAt: z.iso.datetime(),
  /** Documents by collection. */
  collections: z.record(z.string(), z.number().int()),
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string() })),
  /** The parts of the data folder that are not in it, and have to be stored elsewhere. */
  leftOut: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifest>;

/** The problem with a backup or with its folder, in a sentence for the operator. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
}

const sha256 = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
};

const described = async (path: string) => ({ bytes: (await stat(path)).size, sha256: await sha256(path) });

/**
 * Creates an empty folder for a backup; returns where the store is to be copied. Throws BackupRefused when the folder
 * is not empty.
 */
export async function beginBackup(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupRefused(`${folder} is not empty. Name a folder that is not there yet.`);
  return join(folder, dirname(DATA));
}

/** Writes the manifest of a backup. Without it the folder is no backup. */
export async function endBackup(folder: string, facts: Omit<Manifest, 'format' | 'files'>): Promise<Manifest> {
  const whole: Manifest = { format: 1, ...facts, files: { [DATA]: await described(join(folder, DATA)) } };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`, { mode: 0o600, flush: true });
  return whole;
}

/** Reads the manifest of a backup and checks that it is whole. Throws BackupRefused for anything else. */
export async function readBackup(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new BackupRefused(`${folder} has no ${MANIFEST}: it is no backup, or one that was not finished.`);
  });
  const read = manifest.safeParse(parsed(text));
  if (!read.success) throw new BackupRefused(`${MANIFEST} in ${folder} cannot be read, or belongs to a newer release.`);
  const wanted = read.data.files[DATA];
  const found = await described(join(folder, DATA)).catch(() => null);
  if (!wanted || found?.sha256 !== wanted.sha256)
    throw new BackupRefused(`${DATA} in ${folder} is damaged: its checksum is another.`);
  return read.data;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Puts the store of a backup into the folder of the embedded store, which the caller has locked. It is copied and
 * checked beside the present one, and replaces it in one step.
 * @throws BackupRefused when there is a store and it must not be replaced, or when the copy differs from the manifest
 */
export async function putBack(folder: string, into: string, { files }: Manifest, replace: boolean): Promise<void> {
  const [store, copy, before] = ['store', 'store.restored', 'store.replaced'].map((name) => join(into, name)) as [
    string,
    string,
    string,
  ];
  const isThere = await stat(join(store, 'data.mdb')).then(
    () => true,
    () => false,
  );
  if (isThere && !replace) throw new BackupRefused(`There is a store in ${into}. To replace it by the backup: --force`);
  await rm(copy, { recursive: true, force: true });
  await rm(before, { recursive: true, force: true });
  await mkdir(copy, { recursive: true, mode: 0o700 });
  const file = join(copy, 'data.mdb');
  await copyFile(join(folder, DATA), file);
  const handle = await open(file, 'r+');
  await handle.chmod(0o600);
  await handle.sync();
  await handle.close();
  if ((await sha256(file)) !== files[DATA]?.sha256) {
    await rm(copy, { recursive: true });
    throw new BackupRefused('The copy is not what the backup is. Nothing was changed.');
  }
  await rename(store, before).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  await rename(copy, store);
  await rm(before, { recursive: true, force: true });
}

import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/**
 * Returns a secret of the data folder: made once, readable by its owner only, the same at every later start. Several
 * processes that start at once end up with one, since it appears whole under its name or not at all.
 */
const storedSecret = async (dataDir: string, name: string, fresh: () => string): Promise<string> => {
  const path = join(dataDir, name);
  const stored = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (stored !== undefined) return stored.trim();
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${fresh()}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
};

/** Returns the secret that signs, when the configuration names none. */
export function storedSigningSecret(dataDir: string): Promise<string> {
  return storedSecret(dataDir, 'signing-secret', () => randomBytes(48).toString('base64url'));
}

/**
 * Returns the key that encrypts the embedded store, when the configuration names none: 32 bytes in Base64, like
 * ENCRYPTION_KEY.
 */
export function storedEncryptionKey(dataDir: string): Promise<string> {
  return storedSecret(dataDir, 'encryption-key', () => randomBytes(32).toString('base64'));
}

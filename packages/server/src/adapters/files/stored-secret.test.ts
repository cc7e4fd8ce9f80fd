import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedEncryptionKey, storedSigningSecret } from './stored-secret.ts';

describe.each([
  ['signing-secret', storedSigningSecret],
  ['encryption-key', storedEncryptionKey],
])('the %s of a data folder', (name, stored) => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'stored-secret-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes the secret with the folder, and finds it again', async () => {
    const data = join(folder, 'new', 'data');
    const secret = await stored(data);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(await stored(data)).toBe(secret);
  });

  it('makes one secret for processes that start at once, and leaves nothing else behind', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => stored(folder)));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(folder)).toEqual([name]);
  });

  it('makes the secret readable by the owner only', async () => {
    await stored(folder);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it('differs between two folders', async () => {
    expect(await stored(join(folder, 'a'))).not.toBe(await stored(join(folder, 'b')));
  });
});

it('stores an encryption key as 32 bytes in Base64', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stored-secret-'));
  expect(Buffer.from(await storedEncryptionKey(folder), 'base64')).toHaveLength(32);
  await rm(folder, { recursive: true });
});

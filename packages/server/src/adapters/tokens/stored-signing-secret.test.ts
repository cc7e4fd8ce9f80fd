import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { storedSigningSecret } from './stored-signing-secret.ts';

describe('storedSigningSecret', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'signing-secret-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes the folder and the secret, and finds it again', async () => {
    const data = join(folder, 'new', 'data');
    const secret = await storedSigningSecret(data);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(await storedSigningSecret(data)).toBe(secret);
  });

  it('gives processes that start at once the same secret and leaves nothing else behind', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => storedSigningSecret(folder)));
    expect(new Set(secrets).size).toBe(1);
    expect(await readdir(folder)).toEqual(['signing-secret']);
  });

  it('lets only the owner read it', async () => {
    await storedSigningSecret(folder);
    expect((await stat(join(folder, 'signing-secret'))).mode & 0o777).toBe(0o600);
  });

  it('never shares a secret between two folders', async () => {
    expect(await storedSigningSecret(join(folder, 'a'))).not.toBe(await storedSigningSecret(join(folder, 'b')));
  });
});

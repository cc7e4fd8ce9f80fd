import * as argon2 from '@node-rs/argon2';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Passwords } from '../../application/ports/passwords.ts';
import { createArgon2Passwords } from './argon2-passwords.ts';

vi.mock('@node-rs/argon2', { spy: true });

describe('passwords', () => {
  let passwords: Passwords;
  beforeAll(async () => (passwords = await createArgon2Passwords()));

  it('hashes passwords with Argon2id, 19 MiB and two passes, each with a salt of its own', async () => {
    const [one, two] = [await passwords.hash('seven green kettles'), await passwords.hash('seven green kettles')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(two).not.toBe(one);
  });

  it('verifies the right password, and no other', async () => {
    const hash = await passwords.hash('zwölf grüne Kessel');
    expect(await passwords.verify(hash, 'zwölf grüne Kessel')).toBe(true);
    expect(await passwords.verify(hash, 'zwölf grüne kessel')).toBe(false);
  });

  it('compares passwords of missing accounts with a decoy hash that costs the same', async () => {
    const verify = vi.mocked(argon2.verify).mockClear();
    expect(await passwords.verify(null, 'seven green kettles')).toBe(false);
    expect(verify.mock.calls).toEqual([
      [expect.stringMatching(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/), 'seven green kettles'],
    ]);
  });
});

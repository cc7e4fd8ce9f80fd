import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import type { Passwords } from '../../application/ports/passwords.ts';

/** Argon2id, which is the library's default, with the least that OWASP asks of it: 19 MiB, two passes, one lane. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hashes passwords with Argon2id. A sign-in to an account that does not exist is compared with a decoy hash, which
 * costs the same: the time of an answer does not reveal which accounts exist.
 */
export async function createArgon2Passwords(): Promise<Passwords> {
  const decoyHash = await hash(randomBytes(32), options);
  return {
    hash: (password) => hash(password, options),
    verify: async (stored, password) => {
      const isRight = await verify(stored ?? decoyHash, password);
      return isRight && stored !== null;
    },
  };
}

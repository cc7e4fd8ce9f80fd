import { randomBytes } from 'node:crypto';
import { hash, verify, type Options } from '@node-rs/argon2';
import type { Passwords } from '../../application/ports/passwords.ts';

/** Argon2id, which is the library's default, with the least that OWASP asks of it: 19 MiB, two passes, one lane. */
const options: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Passwords as Argon2id. A sign-in to an account that does not exist is compared with a hash of nobody's password,
 * which costs the same: the time of an answer tells nobody which accounts there are.
 */
export async function createArgon2Passwords(): Promise<Passwords> {
  const ofNobody = await hash(randomBytes(32), options);
  return {
    hash: (password) => hash(password, options),
    verify: async (stored, password) => {
      const isRight = await verify(stored ?? ofNobody, password);
      return isRight && stored !== null;
    },
  };
}

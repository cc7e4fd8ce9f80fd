import type { Passwords } from '../application/ports/passwords.ts';

/**
 * Hashes each password once, since hashes are slow on purpose and the demo's people all have the one that is printed at
 * start.
 */
export function onceHashed(passwords: Passwords): Passwords {
  const hashes = new Map<string, Promise<string>>();
  return {
    verify: (hash, password) => passwords.verify(hash, password),
    hash(password) {
      const hash = hashes.get(password) ?? passwords.hash(password);
      hashes.set(password, hash);
      return hash;
    },
  };
}

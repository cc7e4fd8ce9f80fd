import type { Passwords } from '../../src/application/ports/passwords.ts';

/** Passwords in clear behind a word. */
export const fakePasswords: Passwords = {
  hash: async (password) => `hash of ${password}`,
  verify: async (hash, password) => hash === `hash of ${password}`,
};

import type { Guessability } from '../../src/application/ports/guessability.ts';

/** Rejects a few common passwords. */
export const fakeGuessability: Guessability = {
  log10: async (password) => (/password|qwerty|1234/i.test(password) ? 3 : 12),
};

/** Estimates how hard passwords are to guess. */
export interface Guessability {
  /** Returns the decimal logarithm of the guesses that an attacker who has `about` (names, addresses) needs at most. */
  log10(password: string, about: readonly string[]): Promise<number>;
}

/** How hard passwords are to guess. */
export interface Guessability {
  /** The decimal logarithm of the guesses that somebody who knows `about` (names, addresses) needs at most. */
  log10(password: string, about: readonly string[]): Promise<number>;
}

import type { Guessability } from '../../application/ports/guessability.ts';

/**
 * Characters that are checked: what follows makes a password harder to guess, never easier, and longer ones take long
 * to check.
 */
const MAX_CHECKED_LENGTH = 64;

const load = async () => {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary });
};

/**
 * Counts guesses with zxcvbn, by lists of leaked passwords, keyboards, repetitions, sequences and years. The lists (17
 * MB in memory, a quarter of a second to read) are loaded when the first password is chosen.
 */
export function createZxcvbnGuessability(): Guessability {
  let loading: ReturnType<typeof load> | undefined;
  return {
    async log10(password, about) {
      const zxcvbn = await (loading ??= load());
      return zxcvbn.check([...password].slice(0, MAX_CHECKED_LENGTH).join(''), [...about]).guessesLog10;
    },
  };
}

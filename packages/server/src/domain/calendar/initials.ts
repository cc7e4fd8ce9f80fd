/** The language does not matter here: the root rules keep emoji and combining marks whole. */
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

const COUNTS = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Returns the first grapheme of a word that is a letter, a digit or a picture; signs before it are skipped. */
const firstOf = (word: string): string | undefined => {
  for (const { segment } of graphemes.segment(word)) if (COUNTS.test(segment)) return segment;
  return undefined;
};

/** Returns the capital; some letters have no capital of one letter: ß would become SS. */
const capital = (letter: string): string => {
  const upper = letter.toUpperCase();
  return [...graphemes.segment(upper)].length === 1 ? upper : letter;
};

/**
 * Returns the initials of the first and the last word of a name, in capitals: `van der Berg` is VB, `Madonna` M, and a
 * name without any is `?`.
 */
export function initialsOf(name: string): string {
  const firsts = name.split(/\s+/u).flatMap((word) => firstOf(word) ?? []);
  const shown = firsts.length > 1 ? [firsts[0]!, firsts.at(-1)!] : firsts;
  return shown.map(capital).join('') || '?';
}

/**
 * The letters of codes: no vowels, so that they spell no word, and none that looks like another (0 O, 1 I L, 2 Z, 5 S,
 * 6 G, 8 B, U V Y).
 */
const LETTERS = 'CDFHJKMNPQRTVWX34679';
export const CODE_LENGTH = 8;

const CODES = LETTERS.length ** CODE_LENGTH;

/** Returns the code that random bytes make; 16 or more of them make every code as likely as any other. */
export function codeOf(bytes: Iterable<number>): string {
  let number = 0;
  for (const byte of bytes) number = (number * 256 + byte) % CODES;
  let code = '';
  for (let at = 0; at < CODE_LENGTH; at++) {
    code = LETTERS[number % LETTERS.length]! + code;
    number = Math.floor(number / LETTERS.length);
  }
  return code;
}

/** A code as people write it, in its one form: capitals without blanks and hyphens. */
export function cleanCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
}

/** The source of a visit whose page names none. */
export const DIRECT = 'direct';
/** The source of visits whose own is not counted by itself. */
export const OTHER = 'other';
/** Of counts that are of no source. */
export const NO_SOURCE = '';
/** The most characters of a source. */
export const SOURCE_LENGTH = 40;
/** The most sources of one coach on one day; a few more when they arrive at the same moment. */
export const MOST_SOURCES = 20;

/** An address, also with its sign escaped once too often. */
const ADDRESS = /@|%40/i;
/** As many digits as a phone number has, whatever stands between them. */
const NUMBER = /(?:\p{N}[\s().+/-]*){7}/u;

/**
 * Returns the name under which a `utm_source` is counted: in small letters, without anything but letters, digits and
 * `.`, `_`, `-`. One that could name a person, by an address or a number, is `other`.
 */
export function countedSource(source: string | undefined): string {
  const given = source?.normalize('NFKC').trim().toLowerCase() ?? '';
  if (given === '') return DIRECT;
  if (ADDRESS.test(given) || NUMBER.test(given)) return OTHER;
  const cleaned = given.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '');
  return [...cleaned].slice(0, SOURCE_LENGTH).join('').replace(/-+$/, '') || OTHER;
}

/**
 * Signs of the private use area by which a renderer marks what it put in, so that values are distinguished from the
 * author's text: they never become links, and each keeps its own direction.
 */
export const VALUE_BEGIN = '\ue000';
export const VALUE_END = '\ue001';
/** In place of a variable without a value. */
export const NO_VALUE = '\ue002';

const MARKS = /[\ue000-\ue002]/g;

/** Returns text without such signs, as everything has to be before it is marked. */
export function unmarked(text: string): string {
  return text.replace(MARKS, '');
}

/** Part of a line: a value, or the author's text. */
export interface Piece {
  readonly text: string;
  readonly isValue: boolean;
}
export type Line = readonly Piece[];

/** Sentences end here, when a blank or the end of the line follows. */
const END = /^[.!?…؟。]+(?=\s|$)/u;

/** The places at which a sentence of a line begins, in ascending order; values have none within them. */
const beginnings = (line: string): readonly number[] => {
  const found = [0];
  let isValue = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === VALUE_BEGIN) isValue = true;
    else if (line[at] === VALUE_END) isValue = false;
    else if (!isValue) {
      const end = END.exec(line.slice(at));
      if (!end) continue;
      at += end[0].length;
      while (at < line.length && /\s/.test(line[at]!)) at += 1;
      found.push(at);
      at -= 1;
    }
  }
  return [...found, line.length];
};

/** Returns the line without the sentences that lack a value; null when nothing is left of it. */
const complete = (line: string): string | null => {
  if (!line.includes(NO_VALUE)) return line;
  const at = beginnings(line);
  const sentences = at.slice(1).map((end, i) => line.slice(at[i], end));
  const left = sentences.filter((sentence) => !sentence.includes(NO_VALUE)).join('');
  return left.trim() === '' ? null : left;
};

const piecesOf = (line: string): Line =>
  line
    .split(/(\ue000[^\ue001]*\ue001)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: unmarked(part), isValue: part.startsWith(VALUE_BEGIN) }));

/**
 * Returns the paragraphs of a rendered text, each a list of lines. A sentence that lacks a value is left out, with its
 * line when that has no other.
 */
export function paragraphsOf(rendered: string): readonly (readonly Line[])[] {
  const paragraphs: Line[][] = [[]];
  for (const written of rendered.split(/\r\n?|\n/)) {
    const line = complete(written);
    if (line === null) continue;
    if (line.trim() === '') paragraphs.push([]);
    else paragraphs.at(-1)!.push(piecesOf(line.trim()));
  }
  return paragraphs.filter((lines) => lines.length > 0);
}

import type { Line } from '../../domain/message/marked-text.ts';
import { headlineOf } from '../mail/mail-parts.ts';

const LEFT_TO_RIGHT = /[A-Za-z\u00c0-\u024f\u0370-\u052f]/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

const isolated = (text: string): string => `\u2068${text}\u2069`;

/**
 * Returns a line as text. A value that runs against the direction of the language is isolated, so that it does not
 * carry what stands beside it along; links are not, since programs would take the hidden signs for a part of them.
 */
export function lineText(line: Line, dir: 'ltr' | 'rtl', links: ReadonlySet<string>): string {
  const against = dir === 'rtl' ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
  return (headlineOf(line) ?? line)
    .map(({ text, isValue }) => (isValue && !links.has(text) && against.test(text) ? isolated(text) : text))
    .join('');
}

/** Returns paragraphs as text. */
export function plainText(
  paragraphs: readonly (readonly Line[])[],
  dir: 'ltr' | 'rtl',
  links: ReadonlySet<string>,
): string {
  return paragraphs.map((lines) => lines.map((line) => lineText(line, dir, links)).join('\n')).join('\n\n');
}

import { CommandError } from '../errors.ts';
import { compareStrings } from '../values/compare.ts';
import type { Document } from '../values/document.ts';
import { typeAlias } from '../values/kind.ts';
import { regularExpression } from '../query/operators.ts';
import { fixed, isNullish, named, type OperatorCompiler, type Operators } from './operator.ts';
import { toText } from './types.ts';

function text(name: string, value: unknown): string {
  if (typeof value !== 'string')
    throw new CommandError(16702, `${name} only supports strings, not ${typeAlias(value)}`);
  return value;
}

/** Returns the text of a string, a number or a date; of null and missing: the empty string. */
function coerced(value: unknown): string {
  return isNullish(value) ? '' : (toText(value) as string);
}

function concat(args: readonly unknown[]): unknown {
  return args.some(isNullish) ? null : args.map((arg) => text('$concat', arg)).join('');
}

function substring([value, start, length]: readonly unknown[]): unknown {
  const points = [...coerced(value)];
  const [from, count] = [Number(start), Number(length)];
  return points.slice(from, count < 0 ? undefined : from + count).join('');
}

function substringOfBytes([value, start, length]: readonly unknown[]): unknown {
  const bytes = Buffer.from(coerced(value));
  const [from, count] = [Number(start), Number(length)];
  const end = count < 0 ? bytes.length : Math.min(bytes.length, from + count);
  for (const edge of [from, end]) {
    if (edge < bytes.length && ((bytes[edge] as number) & 0xc0) === 0x80)
      throw new CommandError(28656, '$substrBytes: Invalid range, edge is inside a UTF-8 character.');
  }
  return bytes.toString('utf8', from, end);
}

function trimming(name: string, sides: 'both' | 'left' | 'right'): OperatorCompiler {
  return named(name, ['input'], ['chars'], ({ input, chars }) => {
    if (isNullish(input) || chars === null) return null;
    const points = [...text(name, input)];
    const set = chars === undefined ? undefined : new Set(text(name, chars));
    const drops = (point: string | undefined) => point !== undefined && (set ? set.has(point) : /[\s\0]/.test(point));
    if (sides !== 'right') while (drops(points[0])) points.shift();
    if (sides !== 'left') while (drops(points.at(-1))) points.pop();
    return points.join('');
  });
}

function replacing(
  name: string,
  replace: (input: string, find: string, replacement: string) => string,
): OperatorCompiler {
  return named(name, ['input', 'find', 'replacement'], [], ({ input, find, replacement }) =>
    isNullish(input) || isNullish(find) || isNullish(replacement)
      ? null
      : replace(text(name, input), text(name, find), text(name, replacement)),
  );
}

function findings({ input, regex, options }: Document): { match: string; idx: number; captures: (string | null)[] }[] {
  if (isNullish(input) || isNullish(regex)) return [];
  const pattern = regularExpression(regex, options ?? undefined);
  const subject = text('$regexFind', input);
  return [...subject.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))].map((found) => ({
    match: found[0],
    idx: [...subject.slice(0, found.index)].length,
    captures: found.slice(1).map((capture: string | undefined) => capture ?? null),
  }));
}

function indexOf([value, part, start, end]: readonly unknown[]): unknown {
  if (isNullish(value)) return null;
  const from = start === undefined ? 0 : Number(start);
  const subject = [...text('$indexOfCP', value)].slice(0, end === undefined ? undefined : Number(end));
  const at = subject.slice(from).join('').indexOf(text('$indexOfCP', part));
  return at < 0 || from > subject.length ? -1 : from + [...subject.slice(from).join('').slice(0, at)].length;
}

/**
 * Operators of text. Lengths and positions count code points unless the name has `Bytes`; changing case touches ASCII
 * only, as in MongoDB.
 */
export const stringOperators: Operators = {
  $concat: fixed('$concat', 0, Infinity, concat),
  $toLower: fixed('$toLower', 1, 1, ([value]) => coerced(value).replace(/[A-Z]/g, (letter) => letter.toLowerCase())),
  $toUpper: fixed('$toUpper', 1, 1, ([value]) => coerced(value).replace(/[a-z]/g, (letter) => letter.toUpperCase())),
  $substr: fixed('$substr', 3, 3, substringOfBytes),
  $substrBytes: fixed('$substrBytes', 3, 3, substringOfBytes),
  $substrCP: fixed('$substrCP', 3, 3, substring),
  $strLenCP: fixed('$strLenCP', 1, 1, ([value]) => [...text('$strLenCP', value)].length),
  $strLenBytes: fixed('$strLenBytes', 1, 1, ([value]) => Buffer.byteLength(text('$strLenBytes', value))),
  $strcasecmp: fixed('$strcasecmp', 2, 2, ([a, b]) =>
    compareStrings(coerced(a).toUpperCase(), coerced(b).toUpperCase()),
  ),
  $split: fixed('$split', 2, 2, ([value, separator]) => {
    if (isNullish(value) || isNullish(separator)) return null;
    if (separator === '') throw new CommandError(40087, '$split requires a non-empty separator');
    return text('$split', value).split(text('$split', separator));
  }),
  $indexOfCP: fixed('$indexOfCP', 2, 4, indexOf),
  $trim: trimming('$trim', 'both'),
  $ltrim: trimming('$ltrim', 'left'),
  $rtrim: trimming('$rtrim', 'right'),
  $replaceOne: replacing('$replaceOne', (input, find, replacement) => input.replace(find, () => replacement)),
  $replaceAll: replacing('$replaceAll', (input, find, replacement) => input.replaceAll(find, () => replacement)),
  $regexMatch: named('$regexMatch', ['input', 'regex'], ['options'], (args) => findings(args).length > 0),
  $regexFind: named('$regexFind', ['input', 'regex'], ['options'], (args) => findings(args)[0] ?? null),
  $regexFindAll: named('$regexFindAll', ['input', 'regex'], ['options'], findings),
};

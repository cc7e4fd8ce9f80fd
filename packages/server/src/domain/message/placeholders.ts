import type { VariableName } from './variables.ts';

/** Placeholders in brackets, as in letters, and the variables that they stand for. */
export const placeholders = {
  'Lead Name': 'lead.name',
  'Coach Name': 'coach.name',
  Date: 'date',
  Time: 'time',
  'Zoom Link': 'join_link',
} as const satisfies Readonly<Record<string, VariableName>>;

const known: ReadonlyMap<string, VariableName> = new Map(
  Object.entries(placeholders).map(([name, variable]) => [name.toLowerCase(), variable]),
);

const IN_BRACKETS = /\[[ \t]*([A-Za-z]+(?:[ \t]+[A-Za-z]+)*)[ \t]*\]/g;
/** The parts that Liquid parses; brackets in them are its own. */
const IN_LIQUID = /(\{\{[^]*?\}\}|\{%[^]*?%\})/;

const variableFor = (words: string): VariableName | undefined => known.get(words.toLowerCase().replace(/\s+/g, ' '));

/** A part of a text that is not Liquid, and where it begins. */
interface Written {
  readonly text: string;
  readonly at: number;
}

/** Returns what stands outside of Liquid. */
export function writtenParts(text: string): readonly Written[] {
  let at = 0;
  return text.split(IN_LIQUID).flatMap((part, i) => {
    const begin = at;
    at += part.length;
    return i % 2 === 0 && part !== '' ? [{ text: part, at: begin }] : [];
  });
}

/** Returns the text with each known placeholder as its variable: `[Lead Name]` is `{{ lead.name }}`. */
export function withVariables(text: string): string {
  const parts = text.split(IN_LIQUID);
  const replaced = parts.map((part, i) => {
    if (i % 2 === 1) return part;
    return part.replace(IN_BRACKETS, (whole, words: string) => {
      const variable = variableFor(words);
      return variable === undefined ? whole : `{{ ${variable} }}`;
    });
  });
  return replaced.join('');
}

/** Returns what looks like a placeholder and is none, and where each begins. */
export function unknownPlaceholders(text: string): readonly Written[] {
  return writtenParts(text).flatMap(({ text: part, at }) =>
    [...part.matchAll(IN_BRACKETS)].flatMap(({ 0: whole, 1: words, index }) =>
      /^[A-Z]/.test(words!) && variableFor(words!) === undefined ? [{ text: whole, at: at + index }] : [],
    ),
  );
}

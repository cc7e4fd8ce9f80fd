import type { VariableName } from './variables.ts';

/** Placeholders in brackets, as people know them from letters, and the variables that they stand for. */
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
/** What Liquid reads; brackets in there are its own. */
const IN_LIQUID = /(\{\{[^]*?\}\}|\{%[^]*?%\})/;

const nameOf = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ');

const outside = (text: string, change: (part: string) => string): string =>
  text
    .split(IN_LIQUID)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('');

/** Returns the text with each known placeholder as its variable: `[Lead Name]` is `{{ lead.name }}`. */
export function withVariables(text: string): string {
  return outside(text, (part) =>
    part.replace(IN_BRACKETS, (whole, words: string) => {
      const variable = known.get(nameOf(words));
      return variable === undefined ? whole : `{{ ${variable} }}`;
    }),
  );
}

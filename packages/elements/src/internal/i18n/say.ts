import type { Translation } from './translation.ts';

/** A text in the forms that a language has for numbers; `other` is always there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/**
 * The values of a text. Numbers are written as the language writes them; a value with a format of its own is a text.
 */
export type Values = Readonly<Record<string, string | number>>;

/** Returns a phrase with its `{…}` filled in. Where a text has forms, `count` chooses the form. */
export type Say<P extends string> = (phrase: P, values?: Values) => string;

/** Returns a text with its `{…}` filled in. Placeholders without a value are left out. */
export function filled(text: string, values: Values, write: (number: number) => string = String): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? write(value) : value;
  });
}

/**
 * Returns the translator of a word list. `Intl` is first called with the first number, since its first use takes
 * milliseconds.
 */
export function sayer<T extends Readonly<Record<string, string | Plural | undefined>>>({
  texts,
  language,
}: Translation<T>): Say<keyof T & string> {
  let numbers: Intl.NumberFormat | undefined;
  let rules: Intl.PluralRules | undefined;
  const write = (number: number): string => (numbers ??= new Intl.NumberFormat(language)).format(number);
  return (phrase, values = {}) => {
    const text: string | Plural = texts[phrase] ?? '';
    if (typeof text === 'string') return filled(text, values, write);
    rules ??= new Intl.PluralRules(language);
    return filled(text[rules.select(Number(values['count']))] ?? text.other, values, write);
  };
}

/** Returns a text that stays in one piece within a text of the other direction. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

import { en } from './en.ts';
import type { Plural } from './plural.ts';

/** What the calendar can say. */
export type CalendarPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type CalendarTexts = Readonly<{ [P in CalendarPhrase]: (typeof en)[P] extends string ? string : Plural }>;

/** A language that the calendar speaks. */
export interface CalendarTranslation {
  /** BCP 47 tag for `Intl`: the page's own when it is of this language (`de-CH`), so that its region decides on formats. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: CalendarTexts;
}

/** Whether there is such a phrase; for those made from codes of the API. */
export const isCalendarPhrase = (text: string): text is CalendarPhrase => Object.hasOwn(en, text);

const others: Readonly<Record<string, () => Promise<{ default: CalendarTexts }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** English, which is always there. A tag such as `en-GB` is kept, any other is plain `en`. */
export const calendarEnglish = (tag = 'en'): CalendarTranslation => ({
  language: /^en(-[a-z]{2})?$/i.test(tag) ? tag : 'en',
  dir: 'ltr',
  texts: en,
});

/**
 * The translation for a BCP 47 tag: at once when it is English or a language we do not speak, else a promise of it, which is English when
 * the file cannot be loaded.
 */
export function calendarTranslationFor(tag: string): CalendarTranslation | Promise<CalendarTranslation> {
  const base = tag.slice(0, 2).toLowerCase();
  const load = /^[a-z]{2}(-\w+)*$/i.test(tag) && others[base];
  if (!load) return calendarEnglish(tag);
  return load().then(
    ({ default: texts }) => ({ language: isTag(tag) ? tag : base, dir: base === 'ar' ? 'rtl' : 'ltr', texts }),
    () => calendarEnglish(),
  );
}

function isTag(tag: string): boolean {
  try {
    return !!new Intl.Locale(tag);
  } catch {
    return false;
  }
}

/** Says a phrase with its `{…}` filled in; numbers are written in the digits of the language. `count` chooses the form. */
export type CalendarSay = (phrase: CalendarPhrase, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The sayer of a language. Only Arabic has more than two forms and digits of its own; the first use of `Intl.PluralRules` and
 * `Intl.NumberFormat` would cost the others 13 ms before the first picture.
 */
export function calendarSayer({ texts, language }: CalendarTranslation): CalendarSay {
  const arabic = /^ar/.test(language) && { rules: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
  const one = (count: number) => (/^fr/.test(language) ? count < 2 : count === 1);
  const formOf = (count: number) => (arabic ? arabic.rules.select(count) : one(count) ? 'one' : 'other');
  return (phrase, values = {}) => {
    const text: string | Plural = texts[phrase];
    const form = typeof text === 'string' ? text : (text[formOf(Number(values['count']))] ?? text.other);
    return form.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' && arabic ? arabic.numbers.format(value) : `${value}`;
    });
  };
}

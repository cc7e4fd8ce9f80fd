import { en } from './en.ts';

/** What can be said. */
export type Phrase = keyof typeof en;

/** One language: a text for every phrase. */
export type Texts = Readonly<Record<Phrase, string>>;

/** A language the widget speaks. */
export interface Translation {
  /** BCP 47 tag for `Intl`: the page's own when it is of this language (`de-CH`), so that its region decides on formats. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
}

type Language = { default: Texts };

const others: Readonly<Record<string, () => Promise<Language>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** The tags of the languages that the widget speaks. */
export const languages: readonly string[] = ['en', ...Object.keys(others)];

/** English, which is always there. `language` keeps a region such as `en-GB`. */
export const english = (language = 'en'): Translation => ({ language, dir: 'ltr', texts: en });

const baseOf = (tag: string) => tag.toLowerCase().split('-')[0]!;

/** A tag that `Intl` takes, or null. */
function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/**
 * The translation for a BCP 47 tag: at once when it is English, or a language we do not speak, else a promise of it. When the file cannot
 * be loaded the answer is English: a booking in another language is better than none.
 */
export function translationFor(tag: string): Translation | Promise<Translation> {
  const language = canonical(tag) ?? 'en';
  const base = baseOf(language);
  const load = others[base];
  if (!load) return english(base === 'en' ? language : 'en');
  return load().then(
    ({ default: texts }) => ({ language, dir: base === 'ar' ? 'rtl' : 'ltr', texts }),
    () => english(),
  );
}

/** Says a phrase with its `{…}` filled in. */
export type Say = (phrase: Phrase, values?: Readonly<Record<string, string | number>>) => string;

/** The sayer of a language. */
export const sayer =
  ({ texts }: Translation): Say =>
  (phrase, values) =>
    values ? texts[phrase].replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`) : texts[phrase];

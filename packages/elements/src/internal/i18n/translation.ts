import { languageOf, type DeskLanguage, type PerLanguage, type SupportedLanguage } from './language.ts';

/** A list of words in one language. */
export interface Translation<T> {
  /** BCP 47 tag for `Intl`. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: T;
}

/** The languages that have to be loaded. */
export type LoadedLanguage = Exclude<SupportedLanguage, 'en'>;

/** The files of the languages that coaches' screens have. */
export type DeskFiles<T> = Readonly<
  Record<Exclude<DeskLanguage, 'en'>, () => Promise<{ readonly default: T }>> &
    Partial<Record<LoadedLanguage, () => Promise<{ readonly default: T }>>>
>;

/**
 * Returns the words for a BCP 47 tag: at once when it is English, else a promise of them. When there is no such file,
 * or it cannot be loaded, the promise resolves to English: a page in another language is better than none.
 */
export function translationFor<T>(
  tag: string,
  english: T,
  load: (language: LoadedLanguage) => Promise<{ readonly default: T }>,
): Translation<T> | Promise<Translation<T>> {
  const { base, language, dir } = languageOf(tag);
  if (base === 'en') return { language, dir, texts: english };
  // What `load` throws for a language without a file is caught as well.
  return (async () => load(base))().then(
    ({ default: texts }) => ({ language, dir, texts }),
    () => inEnglish(english),
  );
}

/** English, which is always there. */
export function inEnglish<T>(texts: T): Translation<T> {
  return { language: 'en', dir: 'ltr', texts };
}

/** Returns the words for a BCP 47 tag where all are loaded; English for a language that is not among them. */
export function translationOf<T>(languages: PerLanguage<T>, tag: string): Translation<T> {
  const { base, language, dir } = languageOf(tag);
  const texts = languages[base];
  return texts === undefined ? inEnglish(languages.en) : { language, dir, texts };
}

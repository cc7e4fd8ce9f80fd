import { languageOf, type SupportedLanguage } from './language.ts';

/** A list of words in one language. */
export interface Translation<T> {
  /** BCP 47 tag for `Intl`. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: T;
}

/** The languages that have to be loaded. */
export type LoadedLanguage = Exclude<SupportedLanguage, 'en'>;

/**
 * Returns the words for a BCP 47 tag: at once when it is English or a language without a translation, else a promise of
 * them. When the file cannot be loaded the promise resolves to English: a page in another language is better than none.
 */
export function translationFor<T>(
  tag: string,
  english: T,
  load: (language: LoadedLanguage) => Promise<{ readonly default: T }>,
): Translation<T> | Promise<Translation<T>> {
  const { base, language, dir } = languageOf(tag);
  if (base === 'en') return { language, dir, texts: english };
  return load(base).then(
    ({ default: texts }) => ({ language, dir, texts }),
    () => inEnglish(english),
  );
}

/** English, which is always there. */
export function inEnglish<T>(texts: T): Translation<T> {
  return { language: 'en', dir: 'ltr', texts };
}

/** Returns the words for a BCP 47 tag where all languages are loaded. */
export function translationOf<T>(languages: Readonly<Record<SupportedLanguage, T>>, tag: string): Translation<T> {
  const { base, language, dir } = languageOf(tag);
  return { language, dir, texts: languages[base] };
}

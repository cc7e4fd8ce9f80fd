/** The languages that coaches' screens have, by their BCP 47 subtag. */
export type DeskLanguage = 'en' | 'de' | 'es' | 'fr' | 'ar';

/** The languages that have translations for those who book. */
export type SupportedLanguage = DeskLanguage | 'it' | 'pt' | 'nl' | 'pl' | 'tr' | 'he';

/** Something of every language that coaches' screens have; others may be there. */
export type PerLanguage<T> = Readonly<Record<DeskLanguage, T> & Partial<Record<SupportedLanguage, T>>>;

/** The language and direction of a page. */
export interface ResolvedLanguage {
  /** Its two letters. A list of words that has none of it has English. */
  readonly base: SupportedLanguage;
  /**
   * BCP 47 tag for `Intl`: the page's own when it is of this language (`de-CH`), so that its region decides on formats
   * and digits.
   */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * Returns the language of a BCP 47 tag: English for what has no two letters, and the language alone where `Intl` does
 * not take the tag.
 */
export function languageOf(written: string): ResolvedLanguage {
  // Java and PHP write `pt_BR`.
  const tag = written.replaceAll('_', '-');
  const found = /^[a-z]{2}(?=-|$)/i.exec(tag);
  const base = (found ? found[0].toLowerCase() : 'en') as SupportedLanguage;
  return { base, language: found && isTag(tag) ? tag : base, dir: /ar|he/.test(base) ? 'rtl' : 'ltr' };
}

function isTag(tag: string): boolean {
  try {
    return !!Intl.getCanonicalLocales(tag);
  } catch {
    return false;
  }
}

/** The languages that have translations, by their BCP 47 subtag. */
export type SupportedLanguage = 'en' | 'de' | 'es' | 'fr' | 'ar';

/** The language and direction of a page. */
export interface ResolvedLanguage {
  /** The language whose translation is used. */
  readonly base: SupportedLanguage;
  /**
   * BCP 47 tag for `Intl`: the page's own when it is of this language (`de-CH`), so that its region decides on formats
   * and digits.
   */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
}

const known = /^(en|de|es|fr|ar)(?=-|$)/i;

/**
 * Returns the language for a BCP 47 tag: English where there is no translation; the language alone where `Intl` does
 * not take the tag.
 */
export function languageOf(written: string): ResolvedLanguage {
  // Java and PHP write `pt_BR`.
  const tag = written.replaceAll('_', '-');
  const found = known.exec(tag);
  const base = (found ? found[0].toLowerCase() : 'en') as SupportedLanguage;
  return { base, language: found && isTag(tag) ? tag : base, dir: base === 'ar' ? 'rtl' : 'ltr' };
}

function isTag(tag: string): boolean {
  try {
    return !!Intl.getCanonicalLocales(tag);
  } catch {
    return false;
  }
}

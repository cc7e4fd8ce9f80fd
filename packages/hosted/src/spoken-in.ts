/** What a page says in one language. */
export interface Spoken<T> {
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: T;
}

/** The texts for a BCP 47 tag; English for a language that is not spoken here. */
export function spokenIn<T>(languages: Readonly<Record<'en' | 'de' | 'es' | 'fr' | 'ar', T>>, tag: string): Spoken<T> {
  const base = tag.slice(0, 2).toLowerCase();
  const language = Object.hasOwn(languages, base) ? (base as keyof typeof languages) : 'en';
  return { language, dir: language === 'ar' ? 'rtl' : 'ltr', texts: languages[language] };
}

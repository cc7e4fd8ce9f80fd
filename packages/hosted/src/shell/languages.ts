/** The languages of the pages of those who work here, each by its own name. */
export const shellLanguages: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
};

/** Returns the address of the present page in another language. */
export function inLanguage(
  language: string,
  { pathname, search, hash = '' }: Pick<Location, 'pathname' | 'search'> & { readonly hash?: string },
): string {
  const query = new URLSearchParams(search);
  query.set('lang', language);
  return `${pathname}?${query}${hash}`;
}

import { baseOf, pageLanguage } from '../page-language.ts';

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

/**
 * Returns the language of an account in which the page is to be opened anew; null where the page speaks it already, the
 * address asks for one, or there is no page in it.
 */
export function ownLanguage(own: string | undefined, { search }: Pick<Location, 'search'>): string | null {
  if (own === undefined || !Object.hasOwn(shellLanguages, baseOf(own))) return null;
  return new URLSearchParams(search).has('lang') || baseOf(own) === baseOf(pageLanguage()) ? null : own;
}

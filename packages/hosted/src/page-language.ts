/**
 * Returns the language of the page (BCP 47): the one that the server wrote, which may be the booking's; else the
 * browser's, without what some add behind an `@`, which is in no tag.
 */
export function pageLanguage(): string {
  return document.documentElement.lang || navigator.language.replace(/@.*/, '');
}

/** Returns the query of another hosted page's address: the key and, where this address has it, the language. */
export function addressQuery(key: string, { search }: Pick<Location, 'search'> = location): string {
  const lang = new URLSearchParams(search).get('lang');
  return new URLSearchParams({ key, ...(lang && { lang }) }).toString();
}

/** Returns the part of a BCP 47 tag that names the language alone. */
export function baseOf(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}

import type { Request } from 'express';
import { languages, type PageTexts } from './texts/index.ts';

/** The language of a page, and its translator. */
export interface PageLanguage {
  /** BCP 47 tag for `<html lang>`, which the elements of the page read. With the visitor's region: `de-CH`. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Returns a phrase with its `{…}` filled in. */
  say(phrase: keyof PageTexts, values?: Readonly<Record<string, string>>): string;
}

/** Returns a tag in its canonical form when the pages speak its language, else null. Java and PHP write `de_CH`. */
function spoken(written: unknown): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(String(written).replaceAll('_', '-'));
    return tag !== undefined && Object.hasOwn(languages, tag.split('-')[0]!) ? tag : null;
  } catch {
    return null;
  }
}

/**
 * Returns the language of a page: that of `?lang=`, else that in which the booking was made, else the first that the
 * browser asks for and the pages speak, else English.
 */
export function pageLanguage(request: Pick<Request, 'query' | 'acceptsLanguages'>, booked?: string): PageLanguage {
  const asked: readonly unknown[] = [request.query.lang, booked, ...request.acceptsLanguages()];
  const tag = asked.map(spoken).find((found) => found !== null) ?? 'en';
  const base = tag.split('-')[0]!;
  return {
    tag,
    dir: base === 'ar' ? 'rtl' : 'ltr',
    say: (phrase, values = {}) =>
      languages[base]![phrase].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  };
}

import type { Request } from 'express';
import { isRightToLeft } from '../../domain/message/message.ts';
import { english, languages, workLanguages, type PageTexts } from './texts/index.ts';

/** The language of a page, and its translator. */
export interface PageLanguage {
  /** BCP 47 tag for `<html lang>`, which the elements of the page read. With the visitor's region: `de-CH`. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  /** Returns a phrase with its `{…}` filled in. */
  say(phrase: keyof PageTexts, values?: Readonly<Record<string, string>>): string;
}

type Languages = Readonly<Record<string, Readonly<Partial<PageTexts>>>>;

/** Returns a tag in its canonical form when it is of one of the languages, else null. Java and PHP write `de_CH`. */
function spoken(written: unknown, among: Languages): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(String(written).replaceAll('_', '-'));
    return tag !== undefined && Object.hasOwn(among, tag.split('-')[0]!) ? tag : null;
  } catch {
    return null;
  }
}

type Asker = Pick<Request, 'query' | 'acceptsLanguages'>;

/**
 * Returns the language of a page that those who book open without an account: that of `?lang=`, else that in which the
 * booking was made, else the first that the browser asks for and the pages speak, else English.
 */
export function pageLanguage(request: Asker, booked?: string): PageLanguage {
  return languageAmong(languages, request, booked);
}

/** Returns the language of a page behind a sign-in: there are fewer. */
export function workLanguage(request: Asker): PageLanguage {
  return languageAmong(workLanguages, request);
}

function languageAmong(among: Languages, request: Asker, booked?: string): PageLanguage {
  const asked: readonly unknown[] = [request.query.lang, booked, ...request.acceptsLanguages()];
  const tag = asked.map((written) => spoken(written, among)).find((found) => found !== null) ?? 'en';
  const base = tag.split('-')[0]!;
  const texts: Readonly<Partial<PageTexts>> = among[base]!;
  return {
    tag,
    dir: isRightToLeft(base) ? 'rtl' : 'ltr',
    say: (phrase, values = {}) =>
      (texts[phrase] ?? english[phrase]).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  };
}

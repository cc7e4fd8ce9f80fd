import { en, type AdminPhrase, type AdminTexts } from './en.ts';

export type { AdminPhrase, AdminTexts };

/** Each is fetched when it is needed. */
const others: Readonly<Record<string, () => Promise<{ readonly default: AdminTexts }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** A language of the page. */
export interface AdminLanguage {
  /** BCP 47 tag for `Intl`. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: AdminTexts;
}

export const adminEnglish = (tag = 'en'): AdminLanguage => ({
  language: /^en(-[a-z]{2})?$/i.test(tag) ? tag : 'en',
  dir: 'ltr',
  texts: en,
});

/** The language of a BCP 47 tag: at once when it is English or none that we speak, else a promise of it, which is English when its file does not come. */
export function adminLanguageFor(tag: string): AdminLanguage | Promise<AdminLanguage> {
  const base = tag.slice(0, 2).toLowerCase();
  const load = /^[a-z]{2}(-\w+)*$/i.test(tag) ? others[base] : undefined;
  if (!load) return adminEnglish(tag);
  return load().then(
    ({ default: texts }) => ({ language: tag, dir: base === 'ar' ? 'rtl' : 'ltr', texts }),
    () => adminEnglish(),
  );
}

/** Says a phrase with its `{…}` filled in. */
export type AdminSay = (phrase: AdminPhrase, values?: Readonly<Record<string, string | number>>) => string;

export const adminSayer =
  ({ texts, language }: AdminLanguage): AdminSay =>
  (phrase, values = {}) =>
    texts[phrase].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
    });

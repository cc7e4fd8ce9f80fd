import type { Say } from '@coach-booking/elements/internal/i18n/say';
import {
  inEnglish,
  translationFor,
  type DeskFiles,
  type Translation,
} from '@coach-booking/elements/internal/i18n/translation';
import { en } from './en.ts';
import type { AdminPhrase, AdminTexts } from './phrases.ts';

export type { AdminPhrase } from './phrases.ts';

/** Each is fetched when it is needed. */
const others: DeskFiles<AdminTexts> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** A language of the page. */
export type AdminLanguage = Translation<AdminTexts>;

export const adminEnglish = (): AdminLanguage => inEnglish<AdminTexts>(en);

/**
 * Returns the translation for a BCP 47 tag: at once when it is English, else a promise of it, or of English.
 */
export const adminLanguageFor = (tag: string): AdminLanguage | Promise<AdminLanguage> =>
  translationFor<AdminTexts>(tag, en, (base) => others[base]!());

/** Returns a phrase with its `{…}` filled in. */
export type AdminSay = Say<AdminPhrase>;

import type { Say } from '../../internal/i18n/say.ts';
import { inEnglish, translationFor, type DeskFiles, type Translation } from '../../internal/i18n/translation.ts';
import { en } from './en.ts';
import type { CalendarPhrase, CalendarTexts } from './phrases.ts';

export type { CalendarPhrase } from './phrases.ts';

/** A translation of the calendar. */
export type CalendarTranslation = Translation<CalendarTexts>;

/** English as far as it has been loaded. */
const texts = { ...en } as CalendarTexts;

/** Adds the phrases of a file that comes later. The caller passes its exports, as with `<coach-booking>`. */
export function addCalendarEnglish(more: Partial<CalendarTexts>): void {
  return void Object.assign(texts, more);
}

/** Returns whether a text is a phrase of the calendar; for phrases made from codes of the API, in the panels. */
export function isCalendarPhrase(text: string): text is CalendarPhrase {
  return Object.hasOwn(texts, text);
}

const others: DeskFiles<CalendarTexts> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** Returns English, which is always there. */
export function calendarEnglish(): CalendarTranslation {
  return inEnglish(texts);
}

/**
 * Returns the translation for a BCP 47 tag: at once when it is English, else a promise of it, or of English for a
 * language without one.
 */
export function calendarTranslationFor(tag: string): CalendarTranslation | Promise<CalendarTranslation> {
  return translationFor<CalendarTexts>(tag, texts, (base) => others[base]!());
}

/** Returns a phrase with its `{…}` filled in; `count` chooses the form. */
export type CalendarSay = Say<CalendarPhrase>;

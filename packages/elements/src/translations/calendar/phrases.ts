import type { Plural } from '../../internal/i18n/say.ts';
import type { en } from './en.ts';

/** What the calendar can say. */
export type CalendarPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type CalendarTexts = Readonly<{ [P in CalendarPhrase]: (typeof en)[P] extends string ? string : Plural }>;

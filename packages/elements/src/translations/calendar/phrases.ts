import type { Plural } from '../../internal/i18n/say.ts';
import type { enDays } from './en-days.ts';
import type { enKeys } from './en-keys.ts';
import type { enPanels } from './en-panels.ts';
import type { enPreferences } from './en-preferences.ts';
import type { en } from './en.ts';

type English = typeof en & typeof enPanels & typeof enDays & typeof enKeys & typeof enPreferences;

/** The phrases of the calendar. */
export type CalendarPhrase = keyof English;

/** One language: a text for every phrase, in forms where English has forms. */
export type CalendarTexts = Readonly<{ [P in CalendarPhrase]: English[P] extends string ? string : Plural }>;

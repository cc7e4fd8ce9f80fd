import type { Plural } from '../../i18n/say.ts';
import type { en } from './en.ts';

/** The phrases about what a client tells and logs: the profile, names of metrics, workouts and meals. */
export type ClientDataPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type ClientDataTexts = Readonly<{ [P in ClientDataPhrase]: (typeof en)[P] extends string ? string : Plural }>;

import type { Plural } from '../../i18n/say.ts';
import type { en } from './en.ts';

/** The phrases about a client’s profile and logs, names of metrics among them. */
export type ClientDataPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type ClientDataTexts = Readonly<{ [P in ClientDataPhrase]: (typeof en)[P] extends string ? string : Plural }>;

import type { Plural } from '../../../internal/i18n/say.ts';
import type { en } from './en.ts';

/** The phrases of the panel of a client. */
export type ClientPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type ClientTexts = Readonly<{ [P in ClientPhrase]: (typeof en)[P] extends string ? string : Plural }>;

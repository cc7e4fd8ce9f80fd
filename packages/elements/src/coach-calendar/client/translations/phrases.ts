import type { Plural } from '../../../internal/i18n/say.ts';
import type { en } from './en.ts';

/** What the panel of a client can say. */
export type ClientPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type ClientTexts = Readonly<{ [P in ClientPhrase]: (typeof en)[P] extends string ? string : Plural }>;

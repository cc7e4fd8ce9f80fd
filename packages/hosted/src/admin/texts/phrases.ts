import type { en } from './en.ts';

/** The phrases of the admin page. */
export type AdminPhrase = keyof typeof en;

/** One language: a text for every phrase. */
export type AdminTexts = Readonly<Record<AdminPhrase, string>>;

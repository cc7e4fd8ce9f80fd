import type { en } from './en.ts';

/** What the admin page can say. */
export type AdminPhrase = keyof typeof en;

/** One language: a text for every phrase. */
export type AdminTexts = Readonly<Record<AdminPhrase, string>>;

import type { en } from './en.ts';

/** The texts for a client who is signed in on a page to book, in one language. */
export type BookTexts = Readonly<Record<keyof typeof en, string>>;

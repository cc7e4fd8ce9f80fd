import type { en } from './en.ts';

/** What the pages of mails' links say, in one language. */
export type AccountTexts = Readonly<Record<keyof typeof en, string>>;

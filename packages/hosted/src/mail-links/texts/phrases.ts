import type { en } from './en.ts';

/** The texts of the pages of mails' links, in one language. */
export type AccountTexts = Readonly<Record<keyof typeof en, string>>;

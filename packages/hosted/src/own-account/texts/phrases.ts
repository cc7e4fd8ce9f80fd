import type { en } from './en.ts';

/** The texts of the account page, in one language. */
export type OwnTexts = Readonly<Record<keyof typeof en, string>>;

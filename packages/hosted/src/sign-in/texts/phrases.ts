import type { en } from './en.ts';

/** The texts of the sign-in page, in one language. */
export type PageTexts = Readonly<Record<keyof typeof en, string>>;

import type { en } from './en.ts';

/** The texts of the page of a recovery's link, in one language. */
export type ResumeTexts = Readonly<Record<keyof typeof en, string>>;

import type { en } from './en.ts';

/** The texts of the set-up page, in one language. */
export type SetupTexts = Readonly<Record<keyof typeof en, string>>;

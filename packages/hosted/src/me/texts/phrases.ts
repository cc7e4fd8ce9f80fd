import type { en } from './en.ts';

/** The texts of the pages of a client, in one language. */
export type MeTexts = Readonly<Record<keyof typeof en, string>>;

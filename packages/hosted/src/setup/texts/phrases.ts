import type { en } from './en.ts';

/** What the set-up page says, in one language. */
export type SetupTexts = Readonly<Record<keyof typeof en, string>>;

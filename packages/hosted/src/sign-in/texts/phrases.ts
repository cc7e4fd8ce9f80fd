import type { en } from './en.ts';

/** What the sign-in page says, in one language. */
export type PageTexts = Readonly<Record<keyof typeof en, string>>;

import type { en } from './en.ts';

/** What the account page says, in one language. */
export type OwnTexts = Readonly<Record<keyof typeof en, string>>;

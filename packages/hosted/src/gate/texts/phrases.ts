import type { en } from './en.ts';

/** What the page says that finds a business, in one language. */
export type GateTexts = Readonly<Record<keyof typeof en, string>>;

import type { en } from './en.ts';

/** The texts of the page that finds a business, in one language. */
export type GateTexts = Readonly<Record<keyof typeof en, string>>;

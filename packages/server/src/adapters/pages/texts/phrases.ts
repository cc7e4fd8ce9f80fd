import type { en } from './en.ts';

/** The texts of the server on hosted pages, in one language. `{…}` are filled in. */
export type PageTexts = Readonly<Record<keyof typeof en, string>>;

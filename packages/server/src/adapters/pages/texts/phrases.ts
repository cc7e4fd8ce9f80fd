import type { en } from './en.ts';

/** What the server says on hosted pages, in one language. `{…}` are filled in. */
export type PageTexts = Readonly<Record<keyof typeof en, string>>;

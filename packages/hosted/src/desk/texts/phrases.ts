import type { en } from './en.ts';

export type DeskTexts = Readonly<Record<keyof typeof en, string>>;

import type { en } from './en.ts';

export type ShellTexts = Readonly<Record<keyof typeof en, string>>;

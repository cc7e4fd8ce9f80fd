import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { ShellTexts } from './phrases.ts';

export type { ShellTexts } from './phrases.ts';

/** Returns the texts of the frame for a BCP 47 tag. */
export function shellTextsFor(tag: string): Translation<ShellTexts> {
  return translationOf<ShellTexts>({ en, de, es, fr, ar }, tag);
}

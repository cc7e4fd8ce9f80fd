import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { DeskTexts } from './phrases.ts';

export type { DeskTexts } from './phrases.ts';

/** Returns the texts of the desk for a BCP 47 tag. */
export function deskTextsFor(tag: string): Translation<DeskTexts> {
  return translationOf<DeskTexts>({ en, de, es, fr, ar }, tag);
}

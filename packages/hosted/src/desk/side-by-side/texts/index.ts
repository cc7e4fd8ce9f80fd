import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type SideTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { SideTexts } from './en.ts';

/** Returns the texts of the calendars side by side for a BCP 47 tag. */
export function sideTextsFor(tag: string): Translation<SideTexts> {
  return translationOf<SideTexts>({ en, de, es, fr, ar }, tag);
}

import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type TeamTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { TeamTexts } from './en.ts';

/** Returns the texts of the page for a BCP 47 tag. */
export function teamTextsFor(tag: string): Translation<TeamTexts> {
  return translationOf<TeamTexts>({ en, de, es, fr, ar }, tag);
}

import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type LeadTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { LeadTexts } from './en.ts';

/** Returns the texts of the list of leads for a BCP 47 tag. */
export function leadTextsFor(tag: string): Translation<LeadTexts> {
  return translationOf<LeadTexts>({ en, de, es, fr, ar }, tag);
}

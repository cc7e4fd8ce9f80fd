import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ProposeTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ProposeTexts } from './en.ts';

/** Returns the texts of Leads › Propose times for a BCP 47 tag. */
export function proposeTextsFor(tag: string): Translation<ProposeTexts> {
  return translationOf<ProposeTexts>({ en, de, es, fr, ar }, tag);
}

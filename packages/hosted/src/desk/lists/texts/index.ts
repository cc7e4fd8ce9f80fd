import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ListTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ListTexts } from './en.ts';

/** Returns the texts of the lists of the desk for a BCP 47 tag. */
export function listTextsFor(tag: string): Translation<ListTexts> {
  return translationOf<ListTexts>({ en, de, es, fr, ar }, tag);
}

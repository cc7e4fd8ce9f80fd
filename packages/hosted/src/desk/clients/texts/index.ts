import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ClientPageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ClientPageTexts } from './en.ts';

/** Returns the texts of the pages of clients for a BCP 47 tag. */
export function clientPageTextsFor(tag: string): Translation<ClientPageTexts> {
  return translationOf<ClientPageTexts>({ en, de, es, fr, ar }, tag);
}

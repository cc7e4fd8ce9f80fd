import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ServiceTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ServiceTexts } from './en.ts';

/** Returns the texts of Settings › Services for a BCP 47 tag. */
export function serviceTextsFor(tag: string): Translation<ServiceTexts> {
  return translationOf<ServiceTexts>({ en, de, es, fr, ar }, tag);
}

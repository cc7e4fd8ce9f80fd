import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type PushTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Returns the texts about push messages for a BCP 47 tag. */
export function pushTextsFor(tag: string): Translation<PushTexts> {
  return translationOf<PushTexts>({ en, de, es, fr, ar }, tag);
}

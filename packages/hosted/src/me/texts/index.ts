import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { MeTexts } from './phrases.ts';

export type { MeTexts } from './phrases.ts';

/** Returns the texts of the pages of a client for a BCP 47 tag. */
export function meTextsFor(tag: string): Translation<MeTexts> {
  return translationOf<MeTexts>({ en, de, es, fr, ar }, tag);
}

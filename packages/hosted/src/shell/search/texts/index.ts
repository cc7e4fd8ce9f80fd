import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type SearchTexts = Readonly<Record<keyof typeof en, string>>;

/** Returns the texts of the search for a BCP 47 tag. */
export function searchTextsFor(tag: string): Translation<SearchTexts> {
  return translationOf<SearchTexts>({ en, de, es, fr, ar }, tag);
}

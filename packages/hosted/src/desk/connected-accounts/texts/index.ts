import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type AccountTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { AccountTexts } from './en.ts';

/** Returns the texts of connected accounts for a BCP 47 tag. */
export function accountTextsFor(tag: string): Translation<AccountTexts> {
  return translationOf<AccountTexts>({ en, de, es, fr, ar }, tag);
}

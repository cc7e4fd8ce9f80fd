import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ProfileTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ProfileTexts } from './en.ts';

/** Returns the texts of the profile for a BCP 47 tag. */
export function profileTextsFor(tag: string): Translation<ProfileTexts> {
  return translationOf<ProfileTexts>({ en, de, es, fr, ar }, tag);
}

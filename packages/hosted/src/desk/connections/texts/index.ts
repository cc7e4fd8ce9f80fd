import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type ConnectionTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { ConnectionTexts } from './en.ts';

/** Returns the texts of Settings › Connections for a BCP 47 tag. */
export function connectionTextsFor(tag: string): Translation<ConnectionTexts> {
  return translationOf<ConnectionTexts>({ en, de, es, fr, ar }, tag);
}

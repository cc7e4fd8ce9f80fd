import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type MessageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { MessageTexts } from './en.ts';

/** Returns the texts of Settings › Messages for a BCP 47 tag. */
export function messageTextsFor(tag: string): Translation<MessageTexts> {
  return translationOf<MessageTexts>({ en, de, es, fr, ar }, tag);
}

import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type FeedTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Returns the texts about calendar feeds for a BCP 47 tag. */
export function feedTextsFor(tag: string): Translation<FeedTexts> {
  return translationOf<FeedTexts>({ en, de, es, fr, ar }, tag);
}

import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type SuggestionTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** Returns the texts of Settings › Suggestions for a BCP 47 tag. */
export function suggestionTextsFor(tag: string): Translation<SuggestionTexts> {
  return translationOf<SuggestionTexts>({ en, de, es, fr, ar }, tag);
}

import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type StatisticsTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { StatisticsTexts } from './en.ts';

/** Returns the texts of the page of statistics for a BCP 47 tag. */
export function statisticsTextsFor(tag: string): Translation<StatisticsTexts> {
  return translationOf<StatisticsTexts>({ en, de, es, fr, ar }, tag);
}

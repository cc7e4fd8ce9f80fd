import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { tr } from './tr.ts';
import type { BookTexts } from './phrases.ts';

export type { BookTexts } from './phrases.ts';

/** Returns the texts for a BCP 47 tag. */
export function bookTextsFor(tag: string): Translation<BookTexts> {
  return translationOf<BookTexts>({ en, de, es, fr, ar, it, pt, nl, pl, tr, he }, tag);
}

import { clientDataTextsFor } from '@coach-booking/elements/internal/client/texts';
import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { MeTexts, OwnMeTexts } from './phrases.ts';

export type { MeTexts, OwnMeTexts } from './phrases.ts';

/** Returns the texts of the pages of a client for a BCP 47 tag. */
export function meTextsFor(tag: string): Translation<MeTexts> {
  const { texts, ...translation } = translationOf<OwnMeTexts>({ en, de, es, fr, ar }, tag);
  return { ...translation, texts: { ...clientDataTextsFor(tag).texts, ...texts } };
}

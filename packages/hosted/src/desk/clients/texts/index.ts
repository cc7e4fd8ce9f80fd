import { clientDataTextsFor, type ClientDataTexts } from '@coach-booking/elements/internal/client/texts';
import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type OwnClientPageTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

/** The texts of the pages of clients, and those about clients’ profiles and logs. */
export type ClientPageTexts = ClientDataTexts & OwnClientPageTexts;

/** Returns the texts of the pages of clients for a BCP 47 tag. */
export function clientPageTextsFor(tag: string): Translation<ClientPageTexts> {
  const { texts, ...translation } = translationOf<OwnClientPageTexts>({ en, de, es, fr, ar }, tag);
  return { ...translation, texts: { ...clientDataTextsFor(tag).texts, ...texts } };
}

import type { PerLanguage } from '../../i18n/language.ts';
import { translationOf, type Translation } from '../../i18n/translation.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { ClientDataTexts } from './phrases.ts';

export type { ClientDataPhrase, ClientDataTexts } from './phrases.ts';

const languages: PerLanguage<ClientDataTexts> = { en, de, es, fr, ar };

/** Returns the texts about a client’s profile and logs for a BCP 47 tag, where all languages are loaded. */
export function clientDataTextsFor(tag: string): Translation<ClientDataTexts> {
  return translationOf(languages, tag);
}

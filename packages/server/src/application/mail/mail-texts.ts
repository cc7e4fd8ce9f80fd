import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import type { MailTexts } from './texts/mail-text.ts';

const all: Readonly<Record<string, MailTexts>> = { ar, de, en, es, fr };

/** Returns the texts for a BCP 47 tag; English for a language that is not supported. */
export function mailTextsFor(tag: string | undefined): MailTexts {
  const language = tag?.toLowerCase().split('-')[0] ?? '';
  return (Object.hasOwn(all, language) ? all[language] : undefined) ?? en;
}

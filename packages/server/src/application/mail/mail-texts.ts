import { messageLanguageOf, type MessageLanguage } from '../../domain/message/message.ts';
import { ar } from './texts/ar.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { fr } from './texts/fr.ts';
import { he } from './texts/he.ts';
import { it } from './texts/it.ts';
import type { MailTexts } from './texts/mail-text.ts';
import { nl } from './texts/nl.ts';
import { pl } from './texts/pl.ts';
import { pt } from './texts/pt.ts';
import { tr } from './texts/tr.ts';

const all: Readonly<Record<MessageLanguage, MailTexts>> = { ar, de, en, es, fr, he, it, nl, pl, pt, tr };

/** Returns the texts for a BCP 47 tag; English for a language that is not supported. */
export function mailTextsFor(tag: string | undefined): MailTexts {
  return all[messageLanguageOf(tag)];
}

import type { MessageLanguage } from '../../../domain/message/message.ts';
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
import type { ClientPageTexts, PageTexts } from './phrases.ts';
import { tr } from './tr.ts';

export type { PageTexts } from './phrases.ts';

/** English, which has every phrase. */
export const english: PageTexts = en;

/** The languages of the pages behind a sign-in, by their BCP 47 subtag. */
export const workLanguages: Readonly<Record<string, PageTexts>> = { en, de, es, fr, ar };

/** The languages of the pages that those who book open without an account: all those of their mails. */
export const languages: Readonly<Record<MessageLanguage, ClientPageTexts>> = {
  ...{ en, de, es, fr, ar },
  ...{ it, pt, nl, pl, tr, he },
};

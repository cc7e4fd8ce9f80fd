import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { PageTexts } from './phrases.ts';

export type { PageTexts } from './phrases.ts';

/** The languages that hosted pages speak, by their BCP 47 subtag. */
export const languages: Readonly<Record<string, PageTexts>> = { en, de, es, fr, ar };

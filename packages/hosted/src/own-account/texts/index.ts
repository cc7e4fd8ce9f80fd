import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { translationOf, type Translation } from '@coach-booking/elements/internal/i18n/translation';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { OwnTexts } from './phrases.ts';

export type { OwnTexts } from './phrases.ts';

/** Returns the texts of the account page for a BCP 47 tag. */
export function ownTextsFor(tag: string): Translation<OwnTexts> {
  return translationOf<OwnTexts>({ en, de, es, fr, ar }, tag);
}

/** Returns a text with its `{…}` filled in. Each value stays in one piece in a text of the other direction. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return filled(text, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolated(value)])));
}

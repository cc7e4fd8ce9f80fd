import { spokenIn, type Spoken } from '../../spoken-in.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type OwnTexts } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

export type { OwnTexts } from './en.ts';

/** The texts of the account page for a BCP 47 tag. */
export const ownTextsFor = (tag: string): Spoken<OwnTexts> => spokenIn({ en, de, es, fr, ar }, tag);

/** Fills `{…}` in. What is filled in stays in one piece in a text that runs the other way. */
export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? `\u2068${values[name]}\u2069` : whole));

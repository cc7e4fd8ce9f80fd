import { translationOf } from '../i18n/translation.ts';
import { consent as ar } from './ar.ts';
import { consent as de } from './de.ts';
import { consent as en } from './en.ts';
import { consent as es } from './es.ts';
import { consent as fr } from './fr.ts';

/** Returns the sentence beside the box in the form, in the language of a BCP 47 tag; `{coach}` is to be filled in. */
export function consentFor(tag: string): string {
  return translationOf({ en, de, es, fr, ar }, tag).texts;
}

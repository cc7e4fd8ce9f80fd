import { sayer, type Say } from '../../../internal/i18n/say.ts';
import { translationFor, type DeskFiles, type Translation } from '../../../internal/i18n/translation.ts';
import { en } from './en.ts';
import type { ClientPhrase, ClientTexts } from './phrases.ts';

/** Returns a phrase with its `{…}` filled in; `count` chooses the form. */
export type ClientSay = Say<ClientPhrase>;

const others: DeskFiles<ClientTexts> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** Returns the words for a language that the calendar speaks (BCP 47); English when the file cannot be loaded. */
export async function clientTranslationFor(language: string): Promise<Translation<ClientTexts>> {
  return translationFor<ClientTexts>(language, en, (base) => others[base]!());
}

/** Returns the translator of this panel for a language. */
export async function clientSayFor(language: string): Promise<ClientSay> {
  return sayer(await clientTranslationFor(language));
}

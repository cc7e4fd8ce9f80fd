import { calendarSayer, type CalendarTranslation } from '../../../translations/calendar/index.ts';
import type { Plural } from '../../../translations/calendar/plural.ts';
import { en } from './en.ts';

/** What the panel of a client can say. */
export type ClientPhrase = keyof typeof en;

/** One language: a text for every phrase, in forms where English has forms. */
export type ClientTexts = Readonly<{ [P in ClientPhrase]: (typeof en)[P] extends string ? string : Plural }>;

/** Says a phrase with its `{…}` filled in; `count` chooses the form. */
export type ClientSay = (phrase: ClientPhrase, values?: Readonly<Record<string, string | number>>) => string;

/** Whether there is such a phrase; for those made from names of metrics. */
export const isClientPhrase = (text: string): text is ClientPhrase => Object.hasOwn(en, text);

const others: Readonly<Record<string, () => Promise<{ default: ClientTexts }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** The words for a language that the calendar speaks (BCP 47); English when the file cannot be loaded. */
export async function clientTextsFor(language: string): Promise<ClientTexts> {
  const load = others[language.slice(0, 2)];
  const loaded = await load?.().catch(() => null);
  return loaded?.default ?? en;
}

/** The sayer for a language: the calendar's own, on the words of this panel. */
export async function clientSayFor(language: string): Promise<ClientSay> {
  const words: unknown = { language, texts: await clientTextsFor(language) };
  const say: unknown = calendarSayer(words as CalendarTranslation);
  return say as ClientSay;
}

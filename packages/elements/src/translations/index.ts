import { en } from './en.ts';
import type { enSteps } from './en-steps.ts';

/** What can be said. */
export type Phrase = keyof typeof en | keyof typeof enSteps;

/** One language: a text for every phrase. */
export type Texts = Readonly<Record<Phrase, string>>;

/** English as far as it has been loaded. */
const texts: Partial<Record<Phrase, string>> = { ...en };

/** The phrases of a later step have come. */
export const addEnglish = (more: typeof enSteps): void => void Object.assign(texts, more);

/** A language the widget speaks. */
export interface Translation {
  /** BCP 47 tag for `Intl`: the page's own when it is of this language (`de-CH`), so that its region decides on formats. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Partial<Texts>;
}

/** English, which is always there. A tag such as `en-GB` is kept, any other is plain `en`. */
export const english = (tag = 'en'): Translation => ({ language: /^en(-[a-z]{2})?$/i.test(tag) ? tag : 'en', dir: 'ltr', texts });

/**
 * The translation for a BCP 47 tag: at once when it is English, or a language we do not speak, else a promise of it. When the file cannot
 * be loaded the answer is English: a booking in another language is better than none.
 */
export function translationFor(tag: string): Translation | Promise<Translation> {
  if (/^(de|es|fr|ar)(-\w+)*$/i.test(tag)) return import('./others.ts').then(({ load }) => load(tag)).catch(() => english());
  return english(tag);
}

/** Says a phrase with its `{…}` filled in. */
export type Say = (phrase: Phrase, values?: Readonly<Record<string, string | number>>) => string;

/** The sayer of a language. */
export const sayer =
  ({ texts }: Translation): Say =>
  (phrase, values = {}) =>
    (texts[phrase] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => `${values[name] ?? ''}`);

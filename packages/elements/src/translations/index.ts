import type { Say as SayOf } from '../internal/i18n/say.ts';
import {
  inEnglish,
  translationFor as wordsFor,
  type Translation as TranslationOf,
} from '../internal/i18n/translation.ts';
import { en } from './en.ts';
import type { Phrase, Texts } from './phrases.ts';

export type { Phrase } from './phrases.ts';

/** English as far as it has been loaded. */
const texts: { [P in Phrase]?: Texts[P] } = { ...en };

/**
 * Adds the phrases of the later steps. The caller passes the exports of their file: a page may evaluate this module
 * twice under two addresses (`?ver=6.4`), and the later file then imports the copy that draws nothing.
 */
export function addEnglish(more: { readonly [P in Phrase]?: Texts[P] }): void {
  return void Object.assign(texts, more);
}

/** A translation of the widget. */
export type Translation = TranslationOf<Partial<Texts>>;

/** Returns English, which is always there. */
export function english(): Translation {
  return inEnglish(texts);
}

/**
 * Returns the translation for a BCP 47 tag: at once when it is English, else a promise of it, or of English for a
 * language without one.
 */
export function translationFor(tag: string): Translation | Promise<Translation> {
  return wordsFor<Partial<Texts>>(tag, texts, (base) => import('./others.ts').then(({ others }) => others[base]()));
}

/** Returns a phrase with its `{…}` filled in. */
export type Say = SayOf<Phrase>;

import type { SupportedLanguage } from '../../internal/i18n/language.ts';
import type { Texts } from '../phrases.ts';

/** The way in which a reader is addressed. */
export type Tone = 'formal' | 'informal';

/** The tone that a language does not have by itself, and what differs in it. */
interface OtherTone {
  readonly tone: Tone;
  load(): Promise<{ readonly default: Partial<Texts> }>;
}

/** The languages that have two tones; what differs is in a file of its own, which is loaded when it is asked for. */
export const otherTones: Readonly<Partial<Record<SupportedLanguage, OtherTone>>> = {
  de: { tone: 'informal', load: () => import('./de.ts') },
  es: { tone: 'informal', load: () => import('./es.ts') },
  fr: { tone: 'informal', load: () => import('./fr.ts') },
  it: { tone: 'formal', load: () => import('./it.ts') },
  nl: { tone: 'formal', load: () => import('./nl.ts') },
};

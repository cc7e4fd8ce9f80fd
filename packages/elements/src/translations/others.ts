import type { LoadedLanguage } from '../internal/i18n/translation.ts';
import type { Texts } from './phrases.ts';

/** The languages other than English, each in a file of its own. */
export const others: Readonly<Record<LoadedLanguage, () => Promise<{ default: Texts }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
  it: () => import('./it.ts'),
  pt: () => import('./pt.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  tr: () => import('./tr.ts'),
  he: () => import('./he.ts'),
};

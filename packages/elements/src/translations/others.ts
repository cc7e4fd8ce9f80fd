import type { LoadedLanguage } from '../internal/i18n/translation.ts';
import type { Texts } from './phrases.ts';

/** The languages other than English, each in a file of its own. */
export const others: Readonly<Record<LoadedLanguage, () => Promise<{ default: Texts }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

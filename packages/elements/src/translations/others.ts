import type { Texts, Translation } from './index.ts';

/** The languages other than English, each in a file of its own. */
export const others: Readonly<Record<string, () => Promise<{ default: Texts }>>> = {
  de: () => import('./de.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  ar: () => import('./ar.ts'),
};

/** The translation for a tag of one of these languages. A tag that `Intl` does not take counts as the language alone. */
export async function load(tag: string): Promise<Translation> {
  const base = tag.slice(0, 2).toLowerCase();
  const { default: texts } = await others[base]!();
  return { language: isTag(tag) ? tag : base, dir: base === 'ar' ? 'rtl' : 'ltr', texts };
}

function isTag(tag: string): boolean {
  try {
    return !!new Intl.Locale(tag);
  } catch {
    return false;
  }
}

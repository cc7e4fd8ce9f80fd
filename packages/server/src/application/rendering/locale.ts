import type { MessageLanguage } from '../../domain/message/message.ts';

/** Enough for every language tag that is in use; a stranger's odd ones push nothing out of memory. */
const MAX_KEPT = 200;
const formatters = new Map<string, unknown>();

/** Returns what `make` makes, once for a key: `Intl` takes a hundred times longer to open than to use. */
export function kept<T>(key: string, make: () => T): T {
  const known = formatters.get(key);
  if (known !== undefined) return known as T;
  if (formatters.size >= MAX_KEPT) formatters.clear();
  const made = make();
  formatters.set(key, made);
  return made;
}

/**
 * Returns the tag by whose rules dates and numbers are written: the reader's own, `en-GB`, where it is one of the
 * language of the text; else the language.
 */
export function localeOf(language: MessageLanguage, tag: string | undefined): string {
  if (tag?.toLowerCase().split(/[-_]/)[0] !== language) return language;
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).baseName;
  } catch (error) {
    if (error instanceof RangeError) return language;
    throw error;
  }
}

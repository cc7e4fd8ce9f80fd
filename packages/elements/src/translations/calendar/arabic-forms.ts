import type { Plural } from '../../internal/i18n/say.ts';

/** Returns the forms of a counted feminine noun. Zero and round hundreds take the last one. */
export function arabicForms(one: string, two: string, few: string, many: string, other = many): Plural {
  return { one, two, few, many, other };
}

import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { pageLanguage } from './page-language.ts';
import { languages } from './texts/index.ts';

const from = (lang: unknown, ...accepted: string[]) => ({
  query: { lang } as Record<string, string>,
  acceptsLanguages: (() => accepted) as unknown as Request['acceptsLanguages'],
});

describe('the language of a hosted page (A8)', () => {
  it.each([
    ['what the browser asks for first', [undefined, 'de-CH', 'en'], undefined, 'de-CH', 'ltr'],
    ['the first that the pages speak', [undefined, 'pt-BR', 'ar-EG', 'en'], undefined, 'ar-EG', 'rtl'],
    ['English, where they speak none of them', [undefined, 'pt-BR', '*'], undefined, 'en', 'ltr'],
    ['that of the booking, before the browser’s', [undefined, 'en-US'], 'fr', 'fr', 'ltr'],
    ['the browser’s, where the booking’s is not spoken', [undefined, 'es'], 'pt', 'es', 'ltr'],
    ['that of the address, before all others', ['de_AT', 'en'], 'fr', 'de-AT', 'ltr'],
    ['the browser’s, where the address has none', ['"><script>', 'es'], undefined, 'es', 'ltr'],
    ['the browser’s, where the address has several', [['de', 'fr'], 'es'], undefined, 'es', 'ltr'],
    ['the browser’s, where the address names what objects have', ['constructor', 'es'], undefined, 'es', 'ltr'],
  ] as const)('chooses the language %s', (_, [lang, ...accepted], booked, tag, dir) => {
    expect(pageLanguage(from(lang, ...(accepted as readonly string[])), booked)).toMatchObject({ tag, dir });
  });

  it('fills values in as they are', () => {
    expect(pageLanguage(from('de')).say('book', { coach: '$& {coach}' })).toBe('$& {coach} buchen');
  });

  it('has every phrase in every language, with the same values in it', () => {
    const valuesOf = (texts: object) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, String(text).match(/\{\w+\}/g)]));
    for (const texts of Object.values(languages)) expect(valuesOf(texts)).toEqual(valuesOf(languages['en']!));
  });
});

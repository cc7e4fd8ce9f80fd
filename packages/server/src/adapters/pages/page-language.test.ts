import type { Request } from 'express';
import { describe, expect, it } from 'vitest';
import { pageLanguage, workLanguage } from './page-language.ts';
import { english, languages, workLanguages } from './texts/index.ts';

const from = (lang: unknown, ...accepted: string[]) => ({
  query: { lang } as Record<string, string>,
  acceptsLanguages: (() => accepted) as unknown as Request['acceptsLanguages'],
});

describe('the language of a hosted page (A8)', () => {
  it.each([
    ['what the browser asks for first', [undefined, 'de-CH', 'en'], undefined, 'de-CH', 'ltr'],
    ['the first that the pages speak', [undefined, 'sv', 'ar-EG', 'en'], undefined, 'ar-EG', 'rtl'],
    ['English, where they speak none of them', [undefined, 'sv', '*'], undefined, 'en', 'ltr'],
    ['one of those that only people who book have', [undefined, 'he-IL', 'en'], undefined, 'he-IL', 'rtl'],
    ['that of the booking, before the browser’s', [undefined, 'en-US'], 'fr', 'fr', 'ltr'],
    ['the browser’s, where the booking’s is not spoken', [undefined, 'es'], 'sv', 'es', 'ltr'],
    ['that of the address, before all others', ['de_AT', 'en'], 'fr', 'de-AT', 'ltr'],
    ['the browser’s, where the address has none', ['"><script>', 'es'], undefined, 'es', 'ltr'],
    ['the browser’s, where the address has several', [['de', 'fr'], 'es'], undefined, 'es', 'ltr'],
    ['the browser’s, where the address names what objects have', ['constructor', 'es'], undefined, 'es', 'ltr'],
  ] as const)('chooses the language %s', (_, [lang, ...accepted], booked, tag, dir) => {
    expect(pageLanguage(from(lang, ...(accepted as readonly string[])), booked)).toMatchObject({ tag, dir });
  });

  it('chooses English behind a sign-in where only those who book have a language', () => {
    expect(workLanguage(from(undefined, 'it-IT', 'de'))).toMatchObject({ tag: 'de', dir: 'ltr' });
    expect(workLanguage(from('he')).tag).toBe('en');
  });

  it('fills values in as they are', () => {
    expect(pageLanguage(from('de')).say('book', { coach: '$& {coach}' })).toBe('$& {coach} buchen');
  });

  it('has every phrase in every language, with the same values in it', () => {
    const valuesOf = (texts: object) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, String(text).match(/\{\w+\}/g)]));
    for (const texts of Object.values(workLanguages)) expect(valuesOf(texts)).toEqual(valuesOf(english));
    const ofClients = Object.keys(languages.it);
    for (const texts of Object.values(languages)) {
      expect(valuesOf(texts)).toMatchObject(Object.fromEntries(ofClients.map((key) => [key, valuesOf(english)[key]])));
      expect(Object.keys(texts)).toEqual(expect.arrayContaining(ofClients));
    }
  });
});

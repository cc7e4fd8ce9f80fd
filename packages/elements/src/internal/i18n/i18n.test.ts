import { expect } from '@open-wc/testing';
import { filled, sayer, type Plural } from './say.ts';
import { languageOf } from './language.ts';
import { inEnglish, translationFor, translationOf } from './translation.ts';

const bookings: Record<'de' | 'fr' | 'ar', { total: Plural; at: string }> = {
  de: { total: { one: '{count} Buchung', other: '{count} Buchungen' }, at: 'um {time}' },
  fr: { total: { one: '{count} réservation', other: '{count} réservations' }, at: 'à {time}' },
  ar: {
    total: { one: 'حجز واحد', two: 'حجزان', few: '{count} حجوزات', many: '{count} حجزًا', other: '{count} حجز' },
    at: 'في {time}',
  },
};
const sayIn = (language: string) =>
  sayer({ language, dir: 'ltr', texts: bookings[language.slice(0, 2) as keyof typeof bookings] });

describe('the language of a tag', () => {
  for (const [tag, base, language, dir] of [
    ['en', 'en', 'en', 'ltr'],
    ['en-GB', 'en', 'en-GB', 'ltr'],
    ['de-CH', 'de', 'de-CH', 'ltr'],
    ['DE', 'de', 'DE', 'ltr'],
    ['ar-EG', 'ar', 'ar-EG', 'rtl'],
    ['fr-x', 'fr', 'fr', 'ltr'],
    ['it', 'it', 'it', 'ltr'],
    ['pt_BR', 'pt', 'pt-BR', 'ltr'],
    ['nl-BE', 'nl', 'nl-BE', 'ltr'],
    ['pl', 'pl', 'pl', 'ltr'],
    ['tr-TR', 'tr', 'tr-TR', 'ltr'],
    ['he-IL', 'he', 'he-IL', 'rtl'],
    ['en-1', 'en', 'en', 'ltr'],
    ['de_DE', 'de', 'de-DE', 'ltr'],
    ['es_419', 'es', 'es-419', 'ltr'],
    ['ar_EG', 'ar', 'ar-EG', 'rtl'],
    ['est', 'en', 'en', 'ltr'],
    ['ary', 'en', 'en', 'ltr'],
    ['zh-Hant-TW', 'zh', 'zh-Hant-TW', 'ltr'],
    ['../../x', 'en', 'en', 'ltr'],
    ['', 'en', 'en', 'ltr'],
  ] as const)
    it(`takes «${tag}» as ${language}, with the words of ${base}`, () => {
      expect(languageOf(tag)).to.deep.equal({ base, language, dir });
    });
});

describe('the words of a language', () => {
  it('has English words at once', () => {
    const load = () => Promise.reject(new Error('nothing is asked for'));
    expect(translationFor('en-GB', 'words', load)).to.deep.equal({ language: 'en-GB', dir: 'ltr', texts: 'words' });
    expect(translationFor('est', 'words', load)).to.deep.equal(inEnglish('words'));
  });

  it('has English words for a language without any', async () => {
    const files: Record<string, () => Promise<{ default: string }>> = {};
    for (const tag of ['sv', 'it-CH'])
      expect(await translationFor(tag, 'words', (base) => files[base]!())).to.deep.equal(inEnglish('words'));
  });

  it('loads the words of another language later', async () => {
    const loaded = translationFor('ar-EG', 'words', async (base) => ({ default: `words of ${base}` }));
    expect(loaded).to.be.instanceOf(Promise);
    expect(await loaded).to.deep.equal({ language: 'ar-EG', dir: 'rtl', texts: 'words of ar' });
  });

  it('falls back to English when the file cannot be loaded', async () => {
    expect(await translationFor('de', 'words', () => Promise.reject(new Error('gone')))).to.deep.equal(
      inEnglish('words'),
    );
  });

  it('chooses words from lists that are there', () => {
    const languages = { en: 1, de: 2, es: 3, fr: 4, ar: 5 };
    expect(translationOf(languages, 'es-MX')).to.deep.equal({ language: 'es-MX', dir: 'ltr', texts: 3 });
    expect(translationOf(languages, 'it')).to.deep.equal(inEnglish(1));
    expect(translationOf({ ...languages, it: 6 }, 'it-CH')).to.deep.equal({ language: 'it-CH', dir: 'ltr', texts: 6 });
  });
});

describe('a translator', () => {
  it('takes the form that the language has for a number', () => {
    expect([0, 1, 2].map((count) => sayIn('de')('total', { count }))).to.deep.equal([
      '0 Buchungen',
      '1 Buchung',
      '2 Buchungen',
    ]);
    expect([0, 1, 2].map((count) => sayIn('fr')('total', { count }))).to.deep.equal([
      '0 réservation',
      '1 réservation',
      '2 réservations',
    ]);
    expect([1, 2].map((count) => sayIn('ar-EG')('total', { count }))).to.deep.equal(['حجز واحد', 'حجزان']);
  });

  it('writes numbers in the digits and groups of the language, and texts as they come', () => {
    expect(sayIn('de')('total', { count: 1200 })).to.equal('1.200 Buchungen');
    expect(sayIn('ar-EG')('total', { count: 3 })).to.equal('٣ حجوزات');
    expect(sayIn('ar-EG')('at', { time: '3' })).to.equal('في 3');
  });

  it('leaves out what has no value, and fills a value in as it is', () => {
    expect(filled('{a} and {b}', { a: '{b}' })).to.equal('{b} and ');
    expect(filled('{name}', { name: '$&' })).to.equal('$&');
  });
});

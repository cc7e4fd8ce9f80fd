import { expect } from '@open-wc/testing';
import { sayer } from '@coach-booking/elements/internal/i18n/say';
import { adminEnglish, adminLanguageFor } from './texts/index.ts';

const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the words of the admin page', () => {
  for (const tag of ['de', 'es-MX', 'fr', 'ar-EG'])
    it(`holds the same blanks in ${tag} as in English, and no empty phrase`, async () => {
      const { texts, dir, language } = await adminLanguageFor(tag);
      expect([language, dir]).to.deep.equal([tag, tag.startsWith('ar') ? 'rtl' : 'ltr']);
      for (const [phrase, text] of Object.entries(adminEnglish().texts)) {
        const translated = texts[phrase as keyof typeof texts];
        expect(translated, phrase).not.to.equal('');
        expect(blanks(translated), phrase).to.deep.equal(blanks(text));
      }
    });

  it('falls back to English for a language without a translation', async () => {
    expect((await adminLanguageFor('nl')).language).to.equal('en');
    expect((await adminLanguageFor('../../x')).language).to.equal('en');
  });

  it('writes numbers as the language does', () => {
    expect(sayer(adminEnglish())('shownOf', { count: '2', total: 1200 })).to.equal('Shown: 2 of 1,200');
    expect(sayer(adminEnglish())('shownOfMore', { count: '2', total: 1000 })).to.equal('Shown: 2 of 1,000+');
  });
});

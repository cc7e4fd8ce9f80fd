import { expect } from '@open-wc/testing';
import { sayer } from '../../internal/i18n/say.ts';
import { enDays } from './en-days.ts';
import { enKeys } from './en-keys.ts';
import { enPanels } from './en-panels.ts';
import { enPreferences } from './en-preferences.ts';
import { addCalendarEnglish, calendarEnglish, calendarTranslationFor } from './index.ts';

const placeholders = (text: unknown) =>
  [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].filter((name) => name !== '{count}').sort();

describe('the languages of the calendar', () => {
  before(() => [enPanels, enDays, enKeys, enPreferences].forEach((texts) => addCalendarEnglish(texts)));

  for (const tag of ['de', 'es', 'fr', 'ar'])
    it(`fills in ${tag} what English fills in, and has all its forms`, async () => {
      const { texts } = await calendarTranslationFor(tag);
      const english = calendarEnglish().texts;
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(english).sort());
      for (const [phrase, text] of Object.entries(english)) {
        const own = texts[phrase as keyof typeof texts];
        expect(placeholders(own), phrase).to.deep.equal(placeholders(text));
        expect(JSON.stringify(own), phrase).not.to.match(/""/);
        if (typeof own !== 'string' && tag === 'ar')
          expect(own, phrase).to.include.all.keys('one', 'two', 'few', 'many', 'other');
      }
    });

  it('keeps the region of the page for its formats', async () => {
    expect((await calendarTranslationFor('de-CH')).language).to.equal('de-CH');
    expect((await calendarTranslationFor('en-GB')).language).to.equal('en-GB');
    expect((await calendarTranslationFor('xx')).language).to.equal('en');
  });

  it('counts as the language does', async () => {
    const german = sayer(await calendarTranslationFor('de'));
    expect([1, 2].map((count) => german('total', { count }))).to.deep.equal(['1 Buchung', '2 Buchungen']);
    const arabic = sayer(await calendarTranslationFor('ar'));
    expect([1, 2].map((count) => arabic('total', { count }))).to.deep.equal(['حجز واحد', 'حجزان']);
  });
});

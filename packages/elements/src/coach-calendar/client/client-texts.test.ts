import { expect } from '@open-wc/testing';
import { clientViews } from '../../../test/client-states.ts';
import { dialogText, factsOf, stageClient } from '../../../test/client-stage.ts';
import { find } from '../../../test/mount-calendar.ts';
import { clientTranslationFor } from './translations/index.ts';
import { en } from './translations/en.ts';

describe('the languages of the panel', () => {
  const placeholders = (text: unknown) =>
    [...new Set(JSON.stringify(text).match(/\{\w+\}/g) ?? [])].filter((each) => each !== '{count}').sort();

  for (const language of ['de', 'es', 'fr', 'ar'])
    it(`has in ${language} every phrase that English has`, async () => {
      const { texts } = await clientTranslationFor(language);
      expect(texts).not.to.equal(en);
      expect(Object.keys(texts)).to.deep.equal(Object.keys(en));
      for (const [phrase, text] of Object.entries(en)) {
        const own = texts[phrase as keyof typeof texts];
        expect(placeholders(own), phrase).to.deep.equal(placeholders(text));
        expect(JSON.stringify(own), phrase).not.to.match(/""/);
        if (typeof own !== 'string' && language === 'ar')
          expect(own, phrase).to.include.all.keys('one', 'two', 'few', 'many', 'other');
      }
    });

  it('writes numbers, units and dates as the language does, metric in all', async () => {
    const german = await stageClient(clientViews.full, { lang: 'de' });
    expect(factsOf(german)).to.include({ Gewicht: '79 kg', Maße: 'Taille: 74,5 cmCalf: 36 cm' });
    expect(dialogText(german)).to.contain('Von 83,4 kg auf 79 kg, -0,52 kg pro Woche').and.contain('11.04.2028');
    german.element.remove();
    const egyptian = await stageClient(clientViews.full, { lang: 'ar-EG' });
    expect(factsOf(egyptian)).to.include({ الوزن: '٧٩ كغم' });
    expect(find(egyptian.element, '.root').dir).to.equal('rtl');
  });

  it('falls back to English for a language that the calendar does not speak', async () => {
    expect((await clientTranslationFor('xx')).texts).to.equal(en);
  });
});

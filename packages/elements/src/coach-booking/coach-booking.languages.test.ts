import { expect } from '@open-wc/testing';
import { fakeBooking } from '../../test/fake-flow.ts';
import { find, findAll, mount, press, textOf } from '../../test/mount.ts';
import { bookingStates, services } from '../../test/states.ts';
import { waitUntil } from '../../test/wait-until.ts';
import type { Plural } from '../internal/i18n/say.ts';
import { en } from '../translations/en.ts';
import { enModes } from '../translations/en-modes.ts';
import { enSteps } from '../translations/en-steps.ts';
import { enTeam } from '../translations/en-team.ts';
import { translationFor } from '../translations/index.ts';
import { others } from '../translations/others.ts';

const english: Record<string, string | Plural> = { ...en, ...enSteps, ...enModes, ...enTeam };
/** The form of a phrase that serves where no other does. */
const plain = (text: string | Plural) => (typeof text === 'string' ? text : text.other);
const placeholders = (text: string | Plural) => (plain(text).match(/\{\w+\}/g) ?? []).sort();

/** The forms that a language has for whole numbers up to a hundred; of nothing other phrases speak. */
function formsOf(language: string): string[] {
  const rules = new Intl.PluralRules(language);
  return [...new Set(Array.from({ length: 100 }, (_, before) => rules.select(before + 1)))].sort();
}

describe('the languages', () => {
  for (const [language, load] of Object.entries(others))
    it(`has every phrase with its values in ${language}`, async () => {
      const texts: Record<string, string | Plural> = (await load()).default;
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(english).sort());
      for (const [phrase, text] of Object.entries(texts))
        expect(placeholders(text), phrase).to.deep.equal(placeholders(english[phrase]!));
    });

  for (const [language, load] of Object.entries(others))
    it(`has in ${language} every form that its numbers take, and leaves no text empty`, async () => {
      const texts: Record<string, string | Plural> = (await load()).default;
      for (const [phrase, text] of Object.entries(texts)) {
        if (typeof text === 'string') expect(text.trim(), phrase).not.to.equal('');
        else expect(Object.keys({ ...text, other: '' }), phrase).to.include.members(formsOf(language));
        expect(typeof text, phrase).to.equal(typeof english[phrase]);
      }
    });

  it('ends no line before a mark of French', async () => {
    for (const text of Object.values<string | Plural>((await others.fr()).default))
      expect(plain(text)).not.to.match(/ [?!:;»]|« /);
  });

  it('keeps the region of the page, since it decides how dates are written', async () => {
    expect((await translationFor('de-CH')).language).to.equal('de-CH');
    expect((await translationFor('en-GB')).language).to.equal('en-GB');
  });

  for (const tag of ['xx', '', 'en-1', 'e', 'zh-Hant-TW'])
    it(`falls back to English for «${tag}»`, async () => {
      expect((await translationFor(tag)).language).to.equal('en');
    });

  it('V21 accepts a tag with an underscore, as Java and PHP write it', async () => {
    expect((await translationFor('es_419')).language).to.equal('es-419');
    expect((await translationFor('ar_EG')).language).to.equal('ar-EG');
  });

  it('takes the language alone from a tag that Intl does not take', async () => {
    expect((await translationFor('fr-x')).language).to.equal('fr');
  });

  for (const [language, title, free] of [
    ['en', 'April 2028', 'Available'],
    ['de', 'April 2028', 'Frei'],
    ['es', 'abril de 2028', 'Libre'],
    ['fr', 'avril 2028', 'Libre'],
    ['ar', 'أبريل', 'متاح'],
    ['it', 'aprile 2028', 'Libero'],
    ['pt', 'abril de 2028', 'Livre'],
    ['nl', 'april 2028', 'Vrij'],
    ['pl', 'kwiecień 2028', 'Wolne'],
    ['tr', 'Nisan 2028', 'Boş'],
    ['he', 'אפריל 2028', 'פנוי'],
  ] as const)
    it(`draws the words of ${language}`, async () => {
      const element = await mount(fakeBooking(bookingStates.slots), { lang: language });
      expect(find(element, '#month').textContent).to.contain(title);
      expect(textOf(element)).to.contain(free);
    });

  it('changes the language while the widget is open', async () => {
    const element = await mount(fakeBooking(bookingStates.details));
    element.lang = 'de';
    await waitUntil(() => find(element, '#step').textContent === 'Ihre Angaben', 'the German heading comes');
    expect(find(element, '.root').lang).to.equal('de');
  });

  it('begins the week where the language does', async () => {
    const first = async (lang: string) =>
      find(await mount(fakeBooking(bookingStates.slots), { lang }), '[role="columnheader"]').textContent;
    expect([await first('en'), await first('en-GB'), await first('de')]).to.deep.equal(['Sun', 'Mon', 'Mo']);
  });
});

describe('right to left', () => {
  it('turns the picture and the arrow keys', async () => {
    const element = await mount(fakeBooking(bookingStates.slots), { lang: 'ar' });
    const [one, two] = ['2028-04-11', '2028-04-12'].map((date) => find(element, `[data-date="${date}"]`));
    expect(two!.getBoundingClientRect().x).to.be.below(one!.getBoundingClientRect().x);
    one!.focus();
    await press(element, 'ArrowLeft');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset['date']).to.equal('2028-04-12');
  });
});

describe('money and time', () => {
  it('writes money and time as the language does', async () => {
    const price = async (lang: string, service = services[0]!) =>
      find(
        await mount(fakeBooking({ ...bookingStates.slots, service }), { lang }),
        '[part="price"]',
      ).textContent!.replace(/\s/g, ' ');
    expect(await price('en')).to.equal('€75');
    expect(await price('de')).to.equal('75 €');
    expect(await price('en', { ...services[0]!, price: { amount: 7550, currency: 'USD' } })).to.equal('$75.50');
    expect(await price('en', services[1])).to.equal('Free of charge');
  });

  for (const [amount, currency, written] of [
    [5000, 'JPY', '¥5,000'],
    [12_500, 'KWD', 'KWD 12.500'],
    [12_000, 'KWD', 'KWD 12'],
  ] as const)
    it(`V13 writes prices in the currency's own smallest unit: ${amount} ${currency}`, async () => {
      const service = { ...services[0]!, price: { amount, currency } };
      const element = await mount(fakeBooking({ ...bookingStates.slots, service }), { lang: 'en' });
      expect(find(element, '[part="price"]').textContent!.replace(/\s/g, ' ')).to.equal(written);
    });

  it('V14 shows no price where none is set', async () => {
    const { price: _price, ...service } = services[0]!;
    const element = await mount(fakeBooking({ ...bookingStates.slots, service }), { lang: 'en' });
    expect(findAll(element, '[part="price"]')).to.have.length(0);
    expect(textOf(element)).not.to.contain('Free of charge');
  });

  it('shows times in the visitor’s zone', async () => {
    const { slots } = bookingStates;
    const element = await mount(fakeBooking({ ...slots, slots: { ...slots.slots, timeZone: 'Asia/Kathmandu' } }));
    expect(findAll(element, '[part~="slot-available"] b')[0]!.textContent).to.equal('2:45 PM');
  });
});

import { expect } from '@open-wc/testing';
import { fakeBooking, fakeManaging } from '../../../test/fake-flow.ts';
import { find, mount, textOf } from '../../../test/mount.ts';
import { bookingStates, manageStates } from '../../../test/states.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { Plural } from '../../internal/i18n/say.ts';
import { others } from '../../translations/others.ts';
import { otherTones } from '../../translations/tones/index.ts';
import { enSteps } from '../../translations/en-steps.ts';
import { en } from '../../translations/en.ts';
import { textKeys } from './text-keys.ts';

const { details, slots } = bookingStates;
const heading = (element: Parameters<typeof find>[0]) => element.shadowRoot!.querySelector('#step')?.textContent;
const branded = (branding: object) => fakeBooking({ ...details, branding });

/** Calls back with what the console is warned of meanwhile. */
async function warnings(act: () => Promise<unknown>): Promise<string[]> {
  const { warn } = globalThis.console;
  const warned: string[] = [];
  globalThis.console.warn = (text: string) => warned.push(text);
  await act().finally(() => (globalThis.console.warn = warn));
  return warned;
}

describe('texts of the page', () => {
  it('takes the place of those of the language, with their values, and changes when they do', async () => {
    const element = await mount(fakeBooking(details));
    element.texts = { details: 'Who comes?', notes: 'Tell {coach} something' };
    await element.updateComplete;
    expect(heading(element)).to.equal('Who comes?');
    expect(textOf(element)).to.contain('Tell Coach');
    element.texts = { details: 'About you' };
    await element.updateComplete;
    expect(heading(element)).to.equal('About you');
    element.texts = undefined;
    await element.updateComplete;
    expect(heading(element)).to.equal('Your details');
  });

  it('stays when the language changes', async () => {
    const element = await mount(fakeBooking(details));
    element.texts = { details: 'Hallo!' };
    element.lang = 'it';
    await waitUntil(() => find(element, '.root').lang === 'it', 'Italian comes');
    expect(heading(element)).to.equal('Hallo!');
    expect(textOf(element)).to.contain('Telefono');
  });

  it('replaces texts of manage mode', async () => {
    const element = await mount(fakeManaging(manageStates.booking));
    element.texts = { yourBooking: 'Our date' };
    await element.updateComplete;
    expect(textOf(element)).to.contain('Our date');
  });

  it('reports a name that is none once, and uses the others', async () => {
    const element = await mount(fakeBooking(details));
    const warned = await warnings(async () => {
      for (const details of ['One', 'Two']) {
        element.texts = { details, detials: 'x' } as typeof element.texts;
        await element.updateComplete;
      }
    });
    expect(heading(element)).to.equal('Two');
    expect(warned.filter((text) => text.includes('detials'))).to.have.length(1);
  });

  it('names texts that are there', () => {
    expect(Object.keys({ ...en, ...enSteps })).to.include.members([...textKeys]);
  });
});

describe('texts of the partner', () => {
  const texts = [
    { language: 'en', key: 'details', text: 'You at the harbour' },
    { language: 'de', key: 'details', text: 'Du am Hafen' },
  ];

  it('takes the texts of the partner in the language, unless the page has others', async () => {
    expect(heading(await mount(branded({ texts })))).to.equal('You at the harbour');
    const german = await mount(branded({ texts }), { lang: 'de' });
    await waitUntil(() => heading(german) === 'Du am Hafen', 'German comes');
    german.texts = { details: 'Sie' };
    await german.updateComplete;
    expect(heading(german)).to.equal('Sie');
  });
});

describe('the tone', () => {
  it('is that of the page, else that of the partner, else that of the language', async () => {
    for (const [flow, attributes, expected] of [
      [fakeBooking(details), { tone: 'informal' }, 'Deine Angaben'],
      [branded({ tone: 'informal' }), {}, 'Deine Angaben'],
      [branded({ tone: 'informal' }), { tone: 'formal' }, 'Ihre Angaben'],
      [fakeBooking(details), {}, 'Ihre Angaben'],
    ] as const) {
      const element = await mount(flow, { lang: 'de', ...attributes });
      await waitUntil(() => heading(element) === expected, `${expected} comes`);
    }
  });

  it('changes nothing in a language with one tone', async () => {
    const element = await mount(fakeBooking(slots), { tone: 'informal' });
    expect(textOf(element)).to.contain('Morning');
  });

  const plain = (text: string | Plural) => (typeof text === 'string' ? text : Object.values(text).join(' '));
  const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  /** The words of the tone that a language has by itself, which its other one must not hold. */
  const words: Record<string, RegExp> = {
    de: /(?<!\p{L})(?:Ihre?[mnrs]?|Ihnen|(?<![.:!?] )(?<!^)Sie)(?!\p{L})/u,
    es: /(?<!\p{L})(?:usted|sus?|le)(?!\p{L})/iu,
    fr: /(?<!\p{L})(?:vous|votre|vos|(?!chez)\p{L}+ez)(?!\p{L})/iu,
    it: /(?<!\p{L})(?:tu[aeo]?|tuoi|ti|te)(?!\p{L})/iu,
    nl: /(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})/iu,
  };

  for (const [language, other] of Object.entries(otherTones))
    it(`has in ${language} every text that differs, and no other`, async () => {
      const usual: Record<string, string | Plural> = (await others[language as keyof typeof others]()).default;
      const changed: Record<string, string | Plural> = (await other.load()).default;
      for (const [key, text] of Object.entries(changed)) {
        expect(plain(text), key).not.to.equal(plain(usual[key]!));
        expect(placeholders(plain(text)), key).to.deep.equal(placeholders(plain(usual[key]!)));
      }
      // The dialog, the choice of a coach and the invitation to an account have one tone.
      for (const [key, text] of Object.entries({ ...usual, ...changed }))
        if (!/^(mode|leave|team|keepTogether)/.test(key)) expect(plain(text), key).not.to.match(words[language]!);
    });
});

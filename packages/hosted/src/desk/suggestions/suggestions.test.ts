import { expect } from '@open-wc/testing';
import { ConnectionError, InvalidRequestError } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import {
  noReliability,
  reliability,
  suggestionCalls,
  SUGGESTIONS_NOW,
  usualSuggestions,
} from '../../../test/suggestion-stage.ts';
import type { SuggestionCalls } from './calls.ts';
import { defineSuggestions } from './elements.ts';
import { DeskSuggestions } from './suggestions-section.ts';

let calls: SuggestionCalls;
class TestSuggestions extends DeskSuggestions {
  static override calls = () => calls;
  static override now = () => SUGGESTIONS_NOW;
}
defineSuggestions(TestSuggestions);

let page: TestSuggestions;
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
};
async function open(change: Partial<SuggestionCalls> = {}, mayChange = true): Promise<void> {
  page?.remove();
  calls = suggestionCalls(change);
  page = document.createElement('coach-desk-suggestions') as TestSuggestions;
  Object.assign(page, { session: sessionOf(account('coach')), coach: 'me', mayChange });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const find = <E extends HTMLElement>(selector: string) => root().querySelector<E>(selector)!;
const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const text = () => plain(root().textContent);
const table = () => root().querySelector('coach-desk-reliability')!.shadowRoot!;
const tableText = () => plain(table().textContent);
const press = async (words: string, within: ParentNode = root()) => {
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const put = async (selector: string, value: string) => {
  const field = find<HTMLInputElement>(selector);
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  await settle();
};
const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1'));
const saved: unknown[] = [];
const noting = {
  updateSuggestions: (async (input: never) => {
    saved.push(input);
    return suggestionCalls().updateSuggestions(input);
  }) as unknown as SuggestionCalls['updateSuggestions'],
};

describe('Settings › Suggestions', () => {
  beforeEach(() => void saved.splice(0));
  after(() => page.remove());

  it('passes the accessibility check: with settings, with hours that are wrong, with none, and for a team', async () => {
    await open();
    await expect(page).to.be.accessible();
    await put('#end-0', '07:00');
    await press('Save');
    await expect(page).to.be.accessible();
    await open({ getReliability: async () => noReliability, recommendSlots: async () => [] });
    await expect(page).to.be.accessible();
    await open({}, false);
    await expect(page).to.be.accessible();
  });

  it('says of each weight what it does, and what it did in the best times of the coming week', async () => {
    await open();
    expect(find<HTMLInputElement>('#weight-gap').value).to.equal('30');
    expect(plain(find('#about-gap').textContent)).to.equal(
      'Times right before or after another session. In the best times of the coming week it made 38% of the score.',
    );
    expect(plain(find('#about-completion').textContent)).to.contain('it made 0% of the score');
  });

  it('asks for the best times of seven days', async () => {
    const asked: unknown[] = [];
    const recommendSlots = (async (input: never) => void asked.push(input)) as never;
    await open({ recommendSlots });
    expect(asked).to.deep.equal([
      { coach: 'me', from: '2028-04-11T08:00:00.000Z', to: '2028-04-18T08:00:00.000Z', limit: 10 },
    ]);
  });

  it('says nothing of what weights did where that cannot be read, and why where no time is free', async () => {
    await open({ recommendSlots: away });
    expect(text()).not.to.contain('of the score');
    expect(text()).not.to.contain('The coming week has no free times');
    await open({ recommendSlots: async () => [] });
    expect(text()).to.contain('The coming week has no free times');
  });

  it('saves weights, hours and who sees the times, with the end of a day as 24:00', async () => {
    await open(noting);
    await put('#weight-urgency', '60');
    await press('Add hours');
    expect(root().activeElement!.id).to.equal('day-2');
    await put('#day-2', '6');
    await put('#start-2', '20:00');
    await put('#end-2', '00:00');
    find<HTMLInputElement>('#showInWidget').click();
    await press('Save');
    expect(saved).to.deep.equal([
      {
        coach: 'me',
        preferredHours: [
          { dayOfWeek: 1, start: '07:00', end: '11:00' },
          { dayOfWeek: 4, start: '18:00', end: '24:00' },
          { dayOfWeek: 6, start: '20:00', end: '24:00' },
        ],
        weights: { ...usualSuggestions.weights, gap: 30, urgency: 60 },
        showInWidget: false,
      },
    ]);
    expect(text()).to.contain('Saved.');
  });

  it('saves no hours that end when they start, and leads to them', async () => {
    await open(noting);
    await put('#end-1', '18:00');
    await press('Save');
    expect(saved).to.deep.equal([]);
    expect(root().activeElement!.id).to.equal('start-1');
    expect(find('#wrong-1').hidden).to.equal(false);
    expect(find('#wrong-0').hidden).to.equal(true);
  });

  it('removes hours and leads to the button for others', async () => {
    await open(noting);
    find<HTMLButtonElement>('[aria-label^="Remove: Monday"]').click();
    await settle();
    expect(root().querySelectorAll('li')).to.have.length(1);
    expect(root().activeElement!.className).to.equal('add');
  });

  it('puts the usual settings into the form, and saves them only by the button', async () => {
    await open(noting);
    await press('Reset to usual');
    expect(saved).to.deep.equal([{ coach: 'me', dryRun: true }]);
    expect(find<HTMLInputElement>('#weight-gap').value).to.equal('15');
    expect(text()).to.contain('They count once you save.');
    await press('Save');
    expect(saved[1]).to.deep.equal({ coach: 'me', ...usualSuggestions });
  });

  it('says what is counted where all weights are at 0', async () => {
    const weights = { conversion: 0, completion: 0, gap: 0, lead_hours: 0, urgency: 0, preference: 0 };
    await open({ getSuggestions: async () => ({ ...usualSuggestions, weights }) });
    expect(text()).to.contain('All are at 0: then the usual proportions count.');
  });

  it('compares what was expected with what was booked, of the confidences that had visits', async () => {
    await open();
    const rows = [...table().querySelectorAll('tbody tr')].map(({ textContent }) => plain(textContent));
    expect(rows).to.deep.equal(['0% – 10% 1,240 6.1% 7.1%', '10% – 20% 410 14.2% 15.1%', '20% – 30% 30 22.1% 13.3%']);
    expect(tableText()).to.contain('On average they are 1.2% apart. Confidences are shown as they are.');
    await open({ getReliability: async () => ({ ...reliability, scaled: true }) });
    expect(tableText()).to.contain('so confidences are corrected by this table');
    await open({ getReliability: async () => noReliability });
    expect(tableText()).to.contain('No visits have been counted yet.');
  });

  it('says why settings could not be read or saved, and tries again', async () => {
    await open({
      getSuggestions: away,
      getReliability: away,
    });
    expect(root().querySelector('form')).to.equal(null);
    Object.assign(calls, suggestionCalls());
    await press('Try again');
    expect(root().querySelector('form')).not.to.equal(null);
    await press('Try again', table());
    expect(table().querySelectorAll('tbody tr')).to.have.length(3);
    Object.assign(calls, {
      updateSuggestions: () => Promise.reject(new InvalidRequestError(failure(400, 'INVALID_REQUEST'))),
    });
    await press('Save');
    expect(text()).to.contain('some hours are no hours of a day');
  });

  it('shows members of the team that the coach decides, and asks for nothing', async () => {
    let asked = 0;
    const count = (async () => void (asked += 1)) as never;
    await open({ getSuggestions: count, getReliability: count, recommendSlots: count }, false);
    expect(text()).to.equal('Which times are suggested is decided by the coach.');
    expect(asked).to.equal(0);
  });
});

import { expect } from '@open-wc/testing';
import { ConnectionError } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { proposeCalls } from '../../../test/propose-stage.ts';
import { SUGGESTIONS_NOW } from '../../../test/suggestion-stage.ts';
import type { ProposeCalls } from './calls.ts';
import { definePropose } from './elements.ts';
import { DeskPropose } from './propose-page.ts';

let calls: ProposeCalls;
let copies: string[];
let mayCopy: boolean;
class TestPropose extends DeskPropose {
  static override calls = () => calls;
  static override now = () => SUGGESTIONS_NOW;
  static override here = () => ({ origin: 'https://book.example', search: '?key=pk_test_x&coach=coach-a' });
  static override copy = async (text: string) => {
    if (!mayCopy) throw new DOMException('no');
    copies.push(text);
  };
}
definePropose(TestPropose);

let page: TestPropose;
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
};
async function open(change: Partial<ProposeCalls> = {}): Promise<void> {
  page?.remove();
  [copies, mayCopy] = [[], true];
  calls = proposeCalls(change);
  page = document.createElement('coach-desk-propose') as TestPropose;
  Object.assign(page, { session: sessionOf(account('coach')), coach: 'me', base: '/p/fit/desk' });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const plain = (text: string) =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
const text = () => plain(root().textContent);
const press = async (words: string) => {
  [...root().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const ticks = () => [...root().querySelectorAll<HTMLInputElement>('li input')];
const tick = async (nth: number) => {
  ticks()[nth]!.click();
  await settle();
};
const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1'));

describe('Leads › Propose times', () => {
  after(() => page.remove());

  it('passes the accessibility check: before times are shown, with a proposal, and without leads', async () => {
    await open();
    await expect(page).to.be.accessible();
    await press('Show the best times');
    await tick(0);
    await expect(page).to.be.accessible();
    await open({ listLeads: (async () => ({ items: [], nextCursor: null })) as never });
    expect(text()).to.contain('There are no leads yet.');
    await expect(page).to.be.accessible();
  });

  it('asks for the best times of four weeks for the chosen lead and service, and says why', async () => {
    const asked: unknown[] = [];
    const recommendSlots = (async (input: never) => {
      asked.push(input);
      return proposeCalls().recommendSlots(input);
    }) as never;
    await open({ recommendSlots });
    await press('Show the best times');
    expect(asked).to.deep.equal([
      {
        coach: 'me',
        leadId: '665f00000000000000000051',
        serviceId: '665f00000000000000000011',
        from: '2028-04-11T08:00:00.000Z',
        to: '2028-05-09T08:00:00.000Z',
        limit: 10,
      },
    ]);
    const rows = [...root().querySelectorAll('li')].map(({ textContent }) => plain(textContent));
    expect(rows[0]).to.equal(
      'Thu, Apr 13, 2028, 9:00 AM Booked more often than your other hours. At least 21% of visitors who see it book it. What speaks for it: often booked, leaves no gap, and is soon.',
    );
    expect(rows[1]).to.contain('What speaks for it: leaves no gap and is soon.');
    expect(rows[2]).to.contain('Too few visits to say how often it is booked. What speaks for it: leaves no gap and');
    expect(rows[2]).not.to.contain('At least');
  });

  it('copies up to three times with links to the page of bookings, at the clock of the lead', async () => {
    await open({
      recommendSlots: (async () => [
        ...(await proposeCalls().recommendSlots({} as never)),
        { start: '2028-04-20T13:00:00Z', end: '' },
      ]) as never,
    });
    await press('Show the best times');
    expect(root().querySelector('#proposal')).to.equal(null);
    for (const nth of [2, 0, 1]) await tick(nth);
    expect(ticks()[3]!.disabled).to.equal(true);
    await press('Copy the text');
    expect(text()).to.contain('Copied.');
    expect(copies[0]).to.contain('Hi Ana Diaz,');
    expect(copies[0]).to.contain('these times are free for Strength session. They are by the clock of Berlin');
    expect(copies[0]).to.contain(
      'Thu, Apr 13, 2028, 3:00 PM\nhttps://book.example/p/fit/book/coach-a?key=pk_test_x&service=665f00000000000000000011&start=2028-04-13T13%3A00%3A00Z',
    );
    expect(copies[0]!.match(/start=/g)).to.have.length(3);
  });

  it('marks the text where the browser does not copy', async () => {
    await open();
    await press('Show the best times');
    await tick(0);
    mayCopy = false;
    await press('Copy the text');
    expect(text()).to.contain('The browser did not copy it.');
    const field = root().querySelector<HTMLTextAreaElement>('#proposal')!;
    expect(field.selectionEnd - field.selectionStart).to.equal(field.value.length);
  });

  it('finds leads by a part of the name, and forgets the times of another', async () => {
    const asked: { q?: string }[] = [];
    await open({
      listLeads: (async (input: never) => (
        asked.push(input),
        (input as { q?: string }).q ? { items: [], nextCursor: null } : proposeCalls().listLeads(input)
      )) as never,
    });
    await press('Show the best times');
    const field = root().querySelector<HTMLInputElement>('#query')!;
    field.value = 'Zoe';
    field.dispatchEvent(new Event('input'));
    await press('Find');
    expect(asked.at(-1)).to.deep.equal({ coach: 'me', limit: 50, q: 'Zoe' });
    expect(text()).to.contain('No lead was found.');
    expect(ticks()).to.have.length(0);
  });

  it('says why nothing could be read, and tries again; and where no time is free', async () => {
    await open({ getCoach: away });
    expect(root().querySelector('form')).to.equal(null);
    Object.assign(calls, proposeCalls({ recommendSlots: (async () => []) as never }));
    await press('Try again');
    await press('Show the best times');
    expect(text()).to.contain('No time is free in the coming four weeks.');
  });
});

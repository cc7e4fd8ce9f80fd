import { expect } from '@open-wc/testing';
import { ConnectionError, NotFoundError } from '@coach-booking/sdk';
import { failure, settle } from '../../test/page-acts.ts';
import { resumeCallsOf, resumed } from '../../test/resume-stage.ts';
import type { Resumed, ResumeCalls } from './calls.ts';
import { defineResume } from './elements.ts';
import { ResumePage } from './resume-page-element.ts';

let calls: ResumeCalls;
let asked: unknown[];
class TestPage extends ResumePage {
  static override calls = () => calls;
  static override load = async () => undefined;
  static override zone = () => 'UTC';
}
defineResume(TestPage);

let page: TestPage;
async function open(given: Partial<Resumed> = {}, change: Partial<ResumeCalls> = {}): Promise<void> {
  page?.remove();
  asked = [];
  calls = {
    ...resumeCallsOf(given),
    withdrawResume: async (input) => {
      asked.push(input);
      return { id: 'i1', removed: true };
    },
    ...change,
  };
  page = document.createElement('coach-resume-page') as TestPage;
  for (const [name, value] of Object.entries({ 'publishable-key': 'pk_test_x', partner: 'Fit', token: 'the.token' }))
    page.setAttribute(name, value);
  document.body.append(page);
  await settle(page);
  await settle(page);
}
const root = () => page.shadowRoot!;
const text = () =>
  root()
    .textContent.replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');
const form = () => root().querySelector('coach-booking');
const press = async (words: string) => {
  [...root().querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))!.click();
  await settle(page);
};

describe('the page of a recovery’s link', () => {
  it('shows the logo of the business above its name, on the form and on what has ended', async () => {
    for (const given of [{}, { state: 'used' as const }]) {
      await open(given);
      expect(root().querySelector('img')).to.equal(null);
      page.setAttribute('logo-url', 'https://fit.invalid/logo.png');
      await page.updateComplete;
      expect(root().querySelector<HTMLImageElement>('img.logo')!.src).to.equal('https://fit.invalid/logo.png');
      expect(text()).to.contain('Fit');
    }
  });

  it('passes the accessibility check: open, taken, used, withdrawn, expired, and with a problem', async () => {
    for (const given of [
      {},
      { slot: undefined },
      { state: 'used' },
      { state: 'withdrawn' },
      { state: 'expired' },
    ] as const) {
      await open(given as Partial<Resumed>);
      await expect(page).to.be.accessible();
    }
    await open({}, { getResume: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) });
    await expect(page).to.be.accessible();
  });

  it('shows the form with the slot, the details and the token', async () => {
    await open();
    expect(text()).to.contain('Personal training with Maria Santos. Nothing is booked yet.');
    expect(text()).to.contain('Your time is still free: Tuesday, April 18, 2028');
    const attributes = Object.fromEntries([...form()!.attributes].map(({ name, value }) => [name, value]));
    expect(attributes).to.deep.equal({
      'publishable-key': 'pk_test_x',
      coach: 'maria-santos',
      service: resumed.service!.id,
      'prefill-name': 'Ana Diaz',
      'prefill-email': 'ana@example.com',
      'prefill-phone': '',
      'prefill-start': resumed.slot!.start,
      'prefill-resume': 'the.token',
      'incentive-code': 'K7M4P9XD',
      loading: 'eager',
    });
    expect(text()).to.contain('Your discount code: K7M4P9XD');
  });

  it('offers the nearest times where the chosen one is taken, and puts one into the form', async () => {
    await open({ slot: undefined });
    expect(text()).to.contain('The time that you had chosen is taken.');
    expect(form()!.getAttribute('prefill-start')).to.equal('');
    await press('Wednesday, April 19, 2028');
    expect(form()!.getAttribute('prefill-start')).to.equal('2028-04-19T09:00:00Z');
    expect(root().querySelector('[aria-pressed=true]')!.textContent).to.contain('April 19');
    expect(root().activeElement!.id).to.equal('form');
  });

  it('withdraws by a press alone, and says so', async () => {
    await open();
    expect(asked).to.deep.equal([]);
    await press('Do not remind me again');
    expect(asked).to.deep.equal([{ token: 'the.token' }]);
    expect(text()).to.contain('You get no more reminders of this');
    expect(root().activeElement!.getAttribute('role')).to.equal('status');
  });

  it('explains a link that is over, with a way on', async () => {
    for (const [state, words] of [
      ['used', 'You have booked'],
      ['withdrawn', 'You asked not to be reminded'],
      ['expired', 'This link has ended'],
    ] as const) {
      await open({ state });
      expect(text()).to.contain(words);
      expect(form()).to.equal(null);
      expect(root().querySelector('a')!.getAttribute('href')).to.equal('/book/maria-santos?key=pk_test_x');
    }
    await open({}, { getResume: () => Promise.reject(new NotFoundError(failure(404, 'INTENT_NOT_FOUND'))) });
    expect(text()).to.contain('This link opens nothing');
  });

  it('asks again after a lost connection', async () => {
    let isOffline = true;
    const { getResume } = resumeCallsOf();
    await open(
      {},
      {
        getResume: (...given) =>
          isOffline ? Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) : getResume(...given),
      },
    );
    isOffline = false;
    await press('Try again');
    await settle(page);
    expect(form()).not.to.equal(null);
  });
});

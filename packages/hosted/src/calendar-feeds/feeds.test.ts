import { expect } from '@open-wc/testing';
import { ConnectionError } from '@coach-booking/sdk';
import { feedCalls, feedOf } from '../../test/feed-stage.ts';
import { FeedsSection } from './feeds-section.ts';
import type { CalendarFeed, FeedCalls } from './calls.ts';

let calls: FeedCalls;
let asked: unknown[];
class TestSection extends FeedsSection {
  static override calls = () => calls;
}
customElements.define('coach-feeds', TestSection);

let section: TestSection;
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
};
async function open(
  feeds: readonly CalendarFeed[] = [],
  given: { readonly coach?: string; readonly isMember?: boolean; readonly calls?: Partial<FeedCalls> } = {},
): Promise<void> {
  section?.remove();
  asked = [];
  calls = { ...feedCalls(feeds, asked), ...given.calls };
  section = document.createElement('coach-feeds') as TestSection;
  section.session = () => 'token';
  section.coach = given.coach;
  section.isMember = given.isMember ?? false;
  document.body.append(section);
  await settle();
}
const root = () => section.shadowRoot!;
const find = <T extends HTMLElement>(selector: string) => root().querySelector<T>(selector)!;
const text = () =>
  root()
    .textContent.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');
const press = async (words: string) => {
  [...root().querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const focused = () => root().activeElement?.id;
const ID = 'e'.repeat(24);

describe('the section of calendar feeds', () => {
  it('passes the accessibility check: empty, with feeds, with a new address, with each form and question', async () => {
    await open();
    await expect(section).to.be.accessible();
    await open([feedOf(), feedOf({ id: 'd'.repeat(24), detail: 'full', lastReadAt: '2028-04-11T08:00:00Z' })]);
    await expect(section).to.be.accessible();
    await press('Make a secret address');
    await expect(section).to.be.accessible();
    for (const words of ['Change', 'New address', 'End']) {
      await open([feedOf()]);
      await press(words);
      await expect(section).to.be.accessible();
    }
  });

  it('names the language without its region, which a browser’s own has', async () => {
    const { lang } = document.documentElement;
    document.documentElement.lang = 'de-AT';
    await open();
    await press('Geheime Adresse erstellen');
    document.documentElement.lang = lang;
    expect(asked).to.deep.equal([['create', { detail: 'title', language: 'de' }]]);
  });

  it('makes an address in the language of the page and shows it this once', async () => {
    await open([], { coach: 'me' });
    expect(text()).to.contain('No other calendar shows your sessions yet.');
    find<HTMLInputElement>('#add-name').value = ' Phone ';
    find<HTMLSelectElement>('#add-detail').value = 'full';
    await press('Make a secret address');
    expect(asked).to.deep.equal([['create', { detail: 'full', language: 'en', name: 'Phone' }]]);
    expect(focused()).to.equal('made');
    const { value } = find<HTMLInputElement>('#address');
    expect(value).to.match(/^https:.*[.]ics$/);
    expect(find<HTMLAnchorElement>('a.button').getAttribute('href')).to.equal(value.replace('https:', 'webcal:'));
    expect(find<HTMLInputElement>('#add-name').value).to.equal('');
    await press('Done');
    expect(root().innerHTML).not.to.contain('.ics');
    expect(text())
      .to.contain('Phone')
      .and.contain('Shows: everything – who comes')
      .and.contain('No calendar has read it yet.');
    expect(focused()).to.equal('title');
  });

  it('makes one without a name and details unless they are given', async () => {
    await open();
    await press('Make a secret address');
    expect(asked).to.deep.equal([['create', { detail: 'title', language: 'en' }]]);
  });

  describe('copies the address', () => {
    const withClipboard = async (writeText: (text: string) => Promise<void>) => {
      await open();
      await press('Make a secret address');
      const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
      Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
      await press('Copy');
      if (own) Object.defineProperty(navigator, 'clipboard', own);
      else delete (navigator as { clipboard?: unknown }).clipboard;
    };

    it('copies the address and shows that it did', async () => {
      const copied: string[] = [];
      await withClipboard(async (given) => void copied.push(given));
      expect(copied).to.deep.equal([find<HTMLInputElement>('#address').value]);
      expect([...root().querySelectorAll('[role=status]')].map(({ textContent }) => textContent.trim())).to.include(
        'Copied.',
      );
    });
    it('selects the address where the browser forbids copying', async () => {
      await withClipboard(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
      expect(text()).to.contain('The address is selected');
      const field = find<HTMLInputElement>('#address');
      expect([field.selectionStart, field.selectionEnd]).to.deep.equal([0, field.value.length]);
    });
  });

  it('changes name and details, and keeps the keyboard where it was', async () => {
    await open([feedOf()]);
    await press('Change');
    expect(focused()).to.equal(`name-${ID}`);
    find<HTMLInputElement>(`#name-${ID}`).value = '';
    await press('Save');
    expect(text()).to.contain('Give it a name');
    expect(asked).to.deep.equal([]);
    find<HTMLInputElement>(`#name-${ID}`).value = 'Work';
    find<HTMLSelectElement>(`#detail-${ID}`).value = 'busy';
    await press('Save');
    expect(asked).to.deep.equal([['update', ID, { name: 'Work', detail: 'busy' }]]);
    expect(text()).to.contain('Work').and.contain('Shows: only that I am busy').and.contain('when it looks next');
    expect(focused()).to.equal(`edit-${ID}`);
  });

  it('asks before a new address, and shows it', async () => {
    await open([feedOf()]);
    await press('New address');
    expect(text()).to.contain('Give Phone a new address? The old one ends at once');
    expect(focused()).to.equal(`keep-${ID}`);
    await press('Leave it as it is');
    expect([asked.length, focused()]).to.deep.equal([0, `roll-${ID}`]);
    await press('New address');
    await press('Make a new address');
    expect(asked).to.deep.equal([['roll', ID]]);
    expect(find<HTMLInputElement>('#address').value).to.contain('Qs7d');
    expect(root().querySelectorAll('li[class=rule]')).to.have.length(1);
  });

  it('asks before it ends one, and takes its address from the page', async () => {
    await open();
    await press('Make a secret address');
    await press('End');
    expect(text()).to.contain('End Coach A? Other calendars get nothing more');
    await press('End it');
    expect(asked.at(-1)).to.deep.equal(['end', '0'.padStart(24, 'f')]);
    expect(text()).to.contain('Coach A has ended.');
    expect(root().innerHTML).not.to.contain('.ics');
    expect(focused()).to.equal('title');
  });

  it('has room for ten, not counting those of the team to the coach', async () => {
    const many = (more: Partial<CalendarFeed>) =>
      Array.from({ length: 10 }, (_, n) => feedOf({ id: String(n).padStart(24, 'a'), ...more }));
    await open(many({}), { coach: 'me' });
    expect(text()).to.contain('which is the most');
    expect(root().querySelector('#add-name')).to.equal(null);
    await open(many({ staffId: 'b'.repeat(24) }), { coach: 'me' });
    expect(root().querySelector('#add-name')).not.to.equal(null);
    await open(many({ staffId: 'b'.repeat(24) }), { coach: 'me', isMember: true });
    expect(root().querySelector('#add-name')).to.equal(null);
    expect(text()).to.contain('It has the sessions that you run.');
  });

  it('tells when a calendar last read it, and how slowly calendars read', async () => {
    await open([feedOf({ lastReadAt: '2028-04-11T12:00:00Z' })]);
    expect(text())
      .to.match(/Last read by a calendar on Apr 11, 2028/)
      .and.to.contain('every 8 to 24 hours');
  });

  it('speaks to a client of whom they meet, not of how to reach them', async () => {
    await open([feedOf({ detail: 'full' })]);
    expect(text()).to.contain('everything – with whom, and where').and.not.contain('how to reach');
  });

  it('shows that the server cannot be reached, and reads again on request', async () => {
    const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/me/feeds'));
    let isAway = true;
    const list = async () => (isAway ? away() : [feedOf()]);
    await open([], { calls: { list, create: away } });
    expect(root().querySelector('[role=alert]')!.textContent).to.contain('cannot be reached');
    isAway = false;
    await press('Try again');
    expect(text()).to.contain('Phone');
    find<HTMLInputElement>('#add-name').value = 'Phone';
    await press('Make a secret address');
    expect(text()).to.contain('cannot be reached');
    expect(find<HTMLInputElement>('#add-name').value).to.equal('Phone');
  });

  it('is complete in Arabic, from the right', async () => {
    document.documentElement.lang = 'ar';
    await open([feedOf()]);
    expect(text())
      .to.contain('عرض جلساتي')
      .and.not.match(/\{\w+\}/);
    document.documentElement.lang = 'en';
  });
});

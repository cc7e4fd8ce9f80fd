import { expect } from '@open-wc/testing';
import { AuthenticationError } from '@coach-booking/sdk';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import {
  account,
  ana,
  broken,
  click,
  coach,
  find,
  focused,
  full,
  go,
  ok,
  open,
  send,
  settle,
  stage,
  textOf,
} from '../../test/admin-stage.ts';
import { failure } from '../../test/page-acts.ts';

describe('the admin page', () => {
  it('signs an admin in, shows the first section, and removes the address and the password', async () => {
    const page = await open('', null);
    find<HTMLInputElement>(page, '#email')!.value = 'ada@example.com';
    find<HTMLInputElement>(page, '#password')!.value = 'a long one';
    await send(page);
    expect(textOf(page)).to.contain('Everybody who has an account here').and.contain('Ana Diaz');
    expect(find(page, '#password')).to.equal(null);
  });

  it('shows the logo of the business at the sign-in, and the name alone where it cannot be loaded', async () => {
    const page = await open('', null);
    expect(find(page, 'img.logo')).to.equal(null);
    page.setAttribute('logo-url', 'https://fit.invalid/logo.png');
    page.requestUpdate();
    await page.updateComplete;
    const logo = find<HTMLImageElement>(page, 'img.logo')!;
    expect(logo.src).to.equal('https://fit.invalid/logo.png');
    logo.dispatchEvent(new Event('error'));
    expect(getComputedStyle(logo).display).to.equal('none');
    expect(textOf(page)).to.contain('Harbour');
  });

  it('explains why it refuses a person, and keeps what was typed', async () => {
    const page = await open('', null);
    stage.session.next = () => Promise.reject(new AuthenticationError(failure(401, 'CREDENTIALS_WRONG')));
    find<HTMLInputElement>(page, '#email')!.value = 'ada@example.com';
    find<HTMLInputElement>(page, '#password')!.value = 'wrong';
    await send(page);
    expect(find(page, '[role=alert]')!.textContent).to.contain('do not go together');
    expect(find<HTMLInputElement>(page, '#email')!.value).to.equal('ada@example.com');
  });

  for (const role of ['client', 'coach', 'staff'] as const)
    it(`S30 refuses the role ${role}, sends no request whatever the address, and offers a way out`, async () => {
      const page = await open('#users', account(role, { name: 'Bo Li' }));
      expect(textOf(page)).to.contain('This page is for admins').and.contain('Bo Li');
      expect(stage.asked).to.deep.equal([]);
      const calendar = page.shadowRoot!.querySelector('a[href^="/desk/calendar?key=pk_test_x"]');
      expect(calendar !== null).to.equal(role !== 'client');
      const problems: string[] = [];
      const note = ({ reason }: PromiseRejectionEvent) => void problems.push(String(reason));
      addEventListener('unhandledrejection', note);
      await go(page, '#keys');
      await settle(page);
      removeEventListener('unhandledrejection', note);
      expect(problems, 'S30').to.deep.equal([]);
      await click(page, 'main .go');
      expect(find(page, '#password')).not.to.equal(null);
      expect(textOf(page)).not.to.contain('ended');
    });

  it('names the partner of the page and shows that the data are for tests', async () => {
    const page = await open();
    expect(find(page, 'header')!.textContent).to.contain('Harbour').and.contain('Test data');
    expect(find(page, '#account-menu')!.textContent).to.contain('Ada Admin').and.contain('ada@example.com');
    expect(document.title).to.equal('People – Administration – Harbour');
  });

  it('opens at a deep link, marks where it is, and returns with the browser', async () => {
    const page = await open('#audit');
    expect(find(page, '[aria-current=page]')!.textContent).to.equal('Audit log');
    await go(page, '#keys');
    expect(textOf(page)).to.contain('Make a key');
    expect(focused(page)!.tagName).to.equal('H1');
    const back = new Promise((done) => addEventListener('hashchange', done, { once: true }));
    history.back();
    await back;
    await settle(page);
    expect(textOf(page)).to.contain('Who did or read what');
    expect(document.title).to.contain('Audit log');
  });

  it('leads an unknown hash to the first section', async () => {
    expect(textOf(await open('#nothing/here'))).to.contain('Everybody who has an account here');
  });

  it('lets keyboard users skip to the content', async () => {
    const page = await open('#bookings');
    await click(page, '.skip');
    expect(focused(page)!.textContent).to.equal('Bookings');
  });

  it('opens pages by their keys, lists the keys, and finds pages, coaches and people', async () => {
    const page = await open('#users');
    const press = async (key: string) => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      await settle(page);
    };
    await press('g');
    await press('l');
    await waitUntil(() => location.hash === '#audit');
    await press('?');
    expect(find(page, 'dialog .keys')!.innerText.replaceAll(/\s+/g, ' ')).to.contain('g l Audit log');
    await expect(page).to.be.accessible();
    find(page, 'dialog:has(.keys) header button')!.click();
    await waitUntil(() => !page.shadowRoot!.querySelector('dialog .keys'));
    await press('/');
    await waitUntil(() =>
      page.shadowRoot!.querySelector('coach-admin-search')?.shadowRoot?.querySelector('dialog[open]'),
    );
    const search = page.shadowRoot!.querySelector('coach-admin-search')!.shadowRoot!;
    const input = search.querySelector('input')!;
    input.value = 'a';
    input.dispatchEvent(new Event('input'));
    input.value = 'coach';
    input.dispatchEvent(new Event('input'));
    await waitUntil(() => search.textContent.includes('ana@example.com'));
    const found = [...search.querySelectorAll('[role=option] bdi')].map(({ textContent }) => textContent);
    expect(found).to.deep.equal(['Coaches', 'Ada Admin', 'Ana Diaz', 'Coach A']);
    await expect(page).to.be.accessible();
    search.querySelector<HTMLAnchorElement>('a[href^="#coaches/"]')!.click();
    await waitUntil(() => location.hash === `#coaches/${coach.id}`);
  });

  it('opens in another language at the same place', async () => {
    const gone: string[] = [];
    const page = await open('#keys');
    (page.constructor as unknown as { leave: (to: string) => void }).leave = (to) => void gone.push(to);
    const language = find<HTMLSelectElement>(page, '.menu select')!;
    language.value = 'fr';
    language.dispatchEvent(new Event('change'));
    expect(gone[0]).to.match(/[?&]lang=fr#keys$/);
  });

  it('shows pages of one matter as tabs', async () => {
    const page = await open('#sender');
    const tabs = [...page.shadowRoot!.querySelectorAll('.tabs a')].map((tab) => tab.getAttribute('href'));
    expect(tabs).to.deep.equal(['#messages', '#sender', '#unsubscribes']);
    expect(find(page, '.tabs [aria-current=page]')!.getAttribute('href')).to.equal('#sender');
    expect(find(page, '.side [aria-current=true]')!.getAttribute('href')).to.equal('#messages');
  });

  it('shows that the session ended, and forgets its data', async () => {
    const page = await open('#keys');
    stage.session.$session.set(null);
    await settle(page);
    expect(textOf(page)).to.contain('Your session has ended').and.not.contain('9f3c');
  });

  it('shows in every section the server’s message, with a button to retry', async () => {
    const page = await open('#users', account('admin'), broken);
    expect(find(page, '[role=alert]')!.textContent).to.contain('on our side').and.contain('req-7');
    stage.answers = full;
    await click(page, '.problem button');
    expect(textOf(page)).to.contain('Ana Diaz');
    expect(find(page, '.problem')).to.equal(null);
  });

  it('names coaches that are on later pages too', async () => {
    const page = await open('#calendars/coach-a');
    const calendar = find<HTMLElement & { session: unknown }>(page, 'coach-calendar')!;
    expect(calendar.session).to.equal(stage.session.token);
    expect(calendar.getAttribute('coach')).to.equal('coach-a');
    calendar.dispatchEvent(new CustomEvent('coach-sign-in', { bubbles: true, composed: true, cancelable: true }));
    await settle(page);
    expect(find(page, '#password')).not.to.equal(null);
  });

  it('names coaches that come on later pages too', async () => {
    const page = await open('#calendars', account('admin'), {
      ...full,
      'GET /v1/coaches': ({ url }) =>
        url.searchParams.has('cursor')
          ? ok([{ ...ana, slug: 'coach-z', name: 'Coach Z', specialties: [] }], { nextCursor: null })
          : ok([{ ...ana, slug: 'coach-a', name: 'Coach A', specialties: [] }], { nextCursor: 'two' }),
    });
    expect(textOf(page)).to.contain('Coach A').and.contain('Coach Z');
  });
});

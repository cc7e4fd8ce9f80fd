import { expect } from '@open-wc/testing';
import type { User } from '@coach-booking/sdk';
import type { WritableAtom } from 'nanostores';
import { waitUntil as until } from '../../../../elements/test/wait-until.ts';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { settle } from '../../../test/page-acts.ts';
import { requests, StageLive } from '../../../test/today-stage.ts';
import type { OnRequests } from '../live/desk-live.ts';
import type { PageSession } from '../../sign-in/session.ts';
import { DeskPage } from '../desk-page-element.ts';
import type { DeskPageProperties } from '../page-properties.ts';

let session: PageSession;
let live: StageLive;
let followed: string[] = [];
/** Called with the requests that wait, and those that came in. */
let tell: OnRequests;
class TestPage extends DeskPage {
  static override follow: typeof DeskPage.follow = async ({ coach, staffId }, onRequests) => {
    followed.push([coach, staffId].filter(Boolean).join(' '));
    [live, tell] = [new StageLive(), onRequests];
    return Object.assign(live, { end: () => void followed.push('end') });
  };
  static override openSession = () => session;
  static override install = async () => undefined;
  static override load: typeof DeskPage.load = async () => undefined;
}
customElements.define('coach-desk-page', TestPage);

const address = location.href;
after(() => history.replaceState(null, '', address));

async function open(signedIn: User, { at = '/desk/calendar' } = {}): Promise<TestPage> {
  document.querySelector('coach-desk-page')?.remove();
  history.replaceState(null, '', at);
  session = sessionOf(signedIn);
  await Promise.resolve();
  followed = [];
  const page = document.createElement('coach-desk-page') as TestPage;
  for (const [name, value] of Object.entries({ 'publishable-key': 'pk_test_x', partner: 'Fit', base: '/desk' }))
    page.setAttribute(name, value);
  document.body.append(page);
  await settle(page);
  return page;
}
const find = <E extends HTMLElement>(page: TestPage, selector: string) => page.shadowRoot!.querySelector<E>(selector)!;
const link = (page: TestPage, name: string) =>
  [...page.shadowRoot!.querySelectorAll<HTMLAnchorElement>('nav a')].find(({ textContent }) => textContent === name)!;

describe('the frame of the desk', () => {
  it('passes the accessibility check as a phone, a tablet and a wide window', async () => {
    const page = await open(account('admin'), { at: '/desk/settings/messages?coach=coach-a' });
    for (const width of [320, 800, 1200]) {
      page.style.width = `${width}px`;
      await expect(page).to.be.accessible();
    }
    for (const menu of ['account-menu', 'brand-menu']) {
      find(page, `#${menu}`).showPopover();
      await expect(page).to.be.accessible();
    }
  });

  it('shows the bar on a phone, the rail on a tablet and the sidebar in a wide window', async () => {
    const page = await open(account('coach'));
    const shown = () =>
      ['.top', '.bar', '.side'].filter((part) => getComputedStyle(find(page, part)).display !== 'none').join(' ');
    const parts: Record<number, string> = {};
    for (const width of [320, 639, 640, 999, 1000, 1600]) {
      page.style.width = `${width}px`;
      await settle(page);
      parts[width] = shown();
      expect(page.scrollWidth, String(width)).to.be.at.most(width);
    }
    expect(parts).to.deep.equal({
      320: '.top .bar',
      639: '.top .bar',
      640: '.top .bar',
      999: '.top .bar',
      1000: '.side',
      1600: '.side',
    });
  });

  it('makes the sidebar a rail on request, and remembers that on this device', async () => {
    const page = await open(account('coach'));
    page.style.width = '1200px';
    find(page, '.side [aria-label="Make the sidebar narrow"]').click();
    await settle(page);
    expect(getComputedStyle(find(page, '.side')).display).to.equal('none');
    const again = await open(account('coach'));
    again.style.width = '1200px';
    expect(getComputedStyle(find(again, '.side')).display).to.equal('none');
    find(again, '.top [aria-label="Show the sidebar"]').click();
    await settle(again);
    expect(getComputedStyle(find(again, '.side')).display).to.equal('flex');
    localStorage.clear();
  });

  it('opens what has no place in the bar in a sheet, which a link in it closes', async () => {
    const page = await open(account('coach'));
    page.style.width = '320px';
    find(page, '.bar .more').click();
    const sheet = find<HTMLDialogElement>(page, '.sheet');
    expect(sheet.open).to.equal(true);
    await expect(page).to.be.accessible();
    const links = [...sheet.querySelectorAll('a')];
    expect(links.map(({ textContent }) => textContent)).to.include.members(['Services', 'Settings']);
    links.at(-1)!.click();
    await settle(page);
    expect(sheet.open).to.equal(false);
    expect(find(page, 'h1').textContent).to.equal('Messages');
    expect(find(page, '.bar .more').getAttribute('aria-current')).to.equal('true');
  });

  it('shows what loads, and that it could not be loaded, with a way to try again', async () => {
    const page = await open(account('coach'), { at: '/desk/account' });
    let arrive = (): void => undefined;
    let fail = (): void => undefined;
    TestPage.load = async () =>
      new Promise<void>((done, failed) => ([arrive, fail] = [done, () => failed(new Error())]));
    link(page, 'Statistics').click();
    await settle(page);
    expect(find(page, 'main [role=status]').textContent).to.equal('The page is loading.');
    expect(page.shadowRoot!.activeElement).to.equal(find(page, 'h1'));
    await expect(page).to.be.accessible();
    fail();
    await settle(page);
    expect(find(page, '[role=alert]').textContent).to.contain('could not be loaded');
    await expect(page).to.be.accessible();
    find(page, '.retry').click();
    await settle(page);
    arrive();
    await settle(page);
    expect(find(page, 'coach-desk-statistics')).not.to.equal(null);
    TestPage.load = async () => undefined;
  });

  it('gives the element of a page what it works with, and another one for another coach', async () => {
    const page = await open(account('admin'), { at: '/desk/statistics?coach=coach-a' });
    const shown = (of = page) => find<HTMLElement & DeskPageProperties>(of, 'coach-desk-statistics');
    const given = ({ coach, mayChange, item, base } = shown()) => ({ coach, mayChange, item, base });
    const element = shown();
    expect(given()).to.deep.equal({ coach: 'coach-a', mayChange: true, item: '', base: '/desk' });
    expect(element.session === session).to.equal(true);
    expect(element.addressTo('calendar', { query: { date: '2028-04-14' } })).to.equal(
      '/desk/calendar?coach=coach-a&date=2028-04-14',
    );
    element.goTo('/desk/statistics?coach=coach-b');
    await settle(page);
    expect(location.search).to.equal('?coach=coach-b');
    expect(given().coach).to.equal('coach-b');
    expect(shown() === element).to.equal(false);
    const ofStaff = shown(await open(account('staff'), { at: '/desk/statistics' }));
    expect(given(ofStaff)).to.deep.equal({ coach: 'me', mayChange: false, item: '', base: '/desk' });
  });

  it('leads an address of before to the page that took its place', async () => {
    const page = await open(account('coach'), { at: '/desk/settings/services?lang=de' });
    expect(location.pathname + location.search).to.equal('/desk/services?lang=de');
    expect(find(page, 'coach-desk-services')).not.to.equal(null);
  });

  it('draws the page in the look that was chosen on this device, and opens it in another language', async () => {
    const gone: string[] = [];
    TestPage.leave = (to) => void gone.push(to);
    const page = await open(account('coach'), { at: '/desk/account?key=pk' });
    const [language, look] = [...page.shadowRoot!.querySelectorAll<HTMLSelectElement>('.menu select')];
    look!.value = 'dark';
    look!.dispatchEvent(new Event('change'));
    expect(document.documentElement.style.colorScheme).to.equal('dark');
    expect(getComputedStyle(page).colorScheme).to.equal('dark');
    document.documentElement.style.colorScheme = '';
    await open(account('coach'));
    expect(document.documentElement.style.colorScheme).to.equal('dark');
    localStorage.clear();
    document.documentElement.style.colorScheme = '';
    history.replaceState(null, '', '/desk/account?key=pk');
    language!.value = 'fr';
    language!.dispatchEvent(new Event('change'));
    expect(gone).to.deep.equal(['/desk/account?key=pk&lang=fr']);
  });

  it('follows the calendar of the coach whose desk is open, until the person signs out', async () => {
    document.querySelector('coach-desk-page')?.remove();
    const page = await open(account('admin'));
    expect(followed).to.deep.equal([]);
    find(page, '.coaches a').click();
    await settle(page);
    expect(followed).to.deep.equal(['coach-a']);
    link(page, 'Statistics').click();
    await settle(page);
    expect(followed).to.deep.equal(['coach-a']);
    find(page, '#brand-menu a:nth-child(2)').click();
    await settle(page);
    expect(followed).to.have.members(['coach-a', 'end', 'coach-b']);
    (session.$session as WritableAtom<User | null>).set(null);
    await settle(page);
    expect(followed.at(-1)).to.equal('end');
    await open(account('staff', { staffId: 's1' }));
    expect(followed).to.deep.equal(['me s1']);
    await open(account('client'));
    // The page of before ends with its removal, sooner or later.
    expect(followed.filter((each) => each !== 'end')).to.deep.equal([]);
  });

  it('counts the requests beside Today and in the title, and on the icon of the installed app', async () => {
    const page = await open(account('coach'));
    const badges: number[] = [];
    const real = navigator.setAppBadge;
    navigator.setAppBadge = async (count) => void badges.push(count!);
    tell({ items: requests, total: 2 }, []);
    await settle(page);
    expect(document.title).to.equal('(2) Calendar – Fit');
    expect(link(page, 'Today2, 2 to answer')).not.to.equal(undefined);
    await expect(page).to.be.accessible();
    tell({ items: [], total: 0 }, []);
    await settle(page);
    expect(document.title).to.equal('Calendar – Fit');
    expect(badges).to.deep.equal([2, 0]);
    navigator.setAppBadge = real;
  });

  it('announces a request that comes in, with the way to it', async () => {
    const page = await open(account('coach'), { at: '/desk/statistics' });
    tell({ items: requests, total: 2 }, [requests[0]!]);
    await until(() => document.querySelector('coach-toasts')?.shadowRoot?.querySelector('.toast'));
    const toasts = document.querySelector('coach-toasts')!.shadowRoot!;
    expect(toasts.textContent.replaceAll(/[\u2066-\u2069]/g, '')).to.contain(
      'New request from Kim Nguyen: Strength session',
    );
    [...toasts.querySelectorAll('button')].find(({ textContent }) => textContent === 'Open')!.click();
    await settle(page);
    expect(location.pathname).to.equal('/desk');
    expect(find(page, 'coach-desk-today')).not.to.equal(null);
  });

  it('opens pages by their keys, searches and lists the keys, and leaves what is typed alone', async () => {
    const page = await open(account('coach'), { at: '/desk/statistics' });
    const press = async (key: string, on: EventTarget = document.body) => {
      on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      await settle(page);
    };
    await press('g');
    await press('m');
    expect(location.pathname).to.equal('/desk/meetings');
    await press('g');
    await press('x');
    await press('m');
    expect(location.pathname).to.equal('/desk/meetings');
    await press('g');
    await press('t');
    expect(location.pathname).to.equal('/desk');
    await press('?');
    expect(find(page, 'dialog .keys').innerText.replaceAll(/\s+/g, ' ')).to.contain('g c Calendar');
    await expect(page).to.be.accessible();
    await press('n', find(page, 'dialog .keys'));
    expect(location.pathname).to.equal('/desk');
    find<HTMLButtonElement>(page, 'dialog:has(.keys) header button').click();
    await until(() => !page.shadowRoot!.querySelector('dialog .keys'));
    await press('/');
    await until(() => page.shadowRoot!.querySelector('coach-desk-search')?.shadowRoot?.querySelector('dialog[open]'));
    page.shadowRoot!.querySelector('coach-desk-search')!.shadowRoot!.querySelector('dialog')!.close();
    const field = document.body.appendChild(document.createElement('input'));
    await press('n', field);
    expect(location.pathname).to.equal('/desk');
    field.remove();
    await press('n');
    expect(location.pathname + location.search).to.equal('/desk/calendar');
    expect(find<HTMLElement & { newBooking?: object }>(page, 'coach-calendar').newBooking).to.deep.equal({});
    (session.$session as WritableAtom<User | null>).set(null);
    await settle(page);
    await press('g');
    await press('t');
    expect(location.pathname).to.equal('/desk/calendar');
  });
});

import { expect } from '@open-wc/testing';
import type { User } from '@coach-booking/sdk';
import { atom } from 'nanostores';
import { waitUntil } from '../../../elements/test/wait-until.ts';
import { DeskPage } from './desk-page-element.ts';
import { SeveralCoaches } from './several-coaches.ts';
import type { PageSession } from '../sign-in/session.ts';
import { settle } from '../../test/page-acts.ts';
import { StageLive } from '../../test/today-stage.ts';

const coach: User = {
  id: '665f00000000000000000071',
  role: 'coach',
  name: 'Coach A',
  email: 'coach-a@example.com',
  emailVerified: true,
  active: true,
  createdAt: '2028-01-05T08:00:00Z',
};
const [ana, ben] = ['a'.repeat(24), 'b'.repeat(24)];
const $session = atom<User | null>(coach);
const session = {
  $session,
  lacksSecondFactor: () => false,
  token: async () => 'token',
  coaches: async () => [],
} as unknown as PageSession;

class AddressedPage extends DeskPage {
  static override openSession = () => session;
  static override follow = async () => Object.assign(new StageLive(), { end: () => undefined });
  static override install = async () => undefined;
  static override load = async () => undefined;
}
customElements.define('coach-addressed-page', AddressedPage);

type Calendar = HTMLElement & { newBooking?: object };
const address = location.href;
const here = () => location.pathname + location.search;

/** Opens the desk at an address, with a calendar that does nothing by itself. */
async function open(at: string) {
  document.querySelector('coach-addressed-page')?.remove();
  history.replaceState(null, '', at);
  const page = document.createElement('coach-addressed-page') as AddressedPage;
  page.setAttribute('base', '/desk');
  document.body.append(page);
  await settle(page);
  const calendar = page.shadowRoot!.querySelector<Calendar>('coach-calendar')!;
  const dispatch = async (name: string, detail: object) => {
    calendar.dispatchEvent(new CustomEvent(`coach-${name}`, { bubbles: true, composed: true, detail }));
    await settle(page);
  };
  const back = async (until: string) => {
    history.back();
    await waitUntil(() => here() === until, `the browser is back at ${until}`);
    await settle(page);
  };
  const asked = () => ['view', 'date', 'booking'].map((name) => calendar.getAttribute(name));
  return { page, calendar, dispatch, back, asked };
}

/** The steps that were put into the history so far: its own length ends at 50. */
let steps = 0;

describe('the address of the calendar', () => {
  const { pushState } = history;
  before(() => {
    history.pushState = (...step) => {
      steps += 1;
      pushState.apply(history, step);
    };
  });
  after(() => {
    history.pushState = pushState;
    document.querySelector('coach-addressed-page')?.remove();
    history.replaceState(null, '', address);
  });

  it('passes the accessibility check with what the address names', async () => {
    const { page } = await open(`/desk/calendar?view=week&date=2028-04-14&booking=${ana}`);
    await expect(page).to.be.accessible();
  });

  it('shows the view, the date and the booking that the address names', async () => {
    const { asked } = await open(`/desk/calendar?view=month&date=2028-04-14&booking=${ana}`);
    expect(asked()).to.deep.equal(['month', '2028-04-14', ana]);
    expect((await open('/desk/calendar?view=year&date=x&booking=Ana')).asked()).to.deep.equal([null, null, null]);
  });

  it('names what the calendar shows, and returns to it by the buttons of the browser', async () => {
    const { dispatch, back, asked } = await open('/desk/calendar?lang=en');
    const before = steps;
    await dispatch('view-changed', { view: 'week', date: '2028-04-14' });
    const week = '/desk/calendar?lang=en&view=week&date=2028-04-14';
    expect([here(), steps]).to.deep.equal([week, before]);
    await dispatch('view-changed', { view: 'week', date: '2028-04-21' });
    await dispatch('booking-opened', { id: ana });
    expect(here()).to.equal(`/desk/calendar?lang=en&view=week&date=2028-04-21&booking=${ana}`);
    await dispatch('booking-opened', { id: ben });
    expect(steps, 'another booking takes its place').to.equal(before + 2);
    await back('/desk/calendar?lang=en&view=week&date=2028-04-21');
    expect(asked()).to.deep.equal(['week', '2028-04-21', null]);
    await back(week);
    expect(asked()).to.deep.equal(['week', '2028-04-14', null]);
  });

  it('leaves no step of a booking that was closed', async () => {
    const { dispatch } = await open('/desk/calendar');
    await dispatch('view-changed', { view: 'day', date: '2028-04-14' });
    await dispatch('booking-opened', { id: ana });
    const before = steps;
    await dispatch('booking-closed', { id: ana });
    await dispatch('booking-opened', { id: ben });
    expect([here(), steps]).to.deep.equal([`/desk/calendar?view=day&date=2028-04-14&booking=${ben}`, before]);
  });

  it('makes no step of the date of a booking that is being looked for, and forgets one that is gone', async () => {
    const { dispatch } = await open(`/desk/calendar?booking=${ana}`);
    const before = steps;
    await dispatch('view-changed', { view: 'week', date: '2028-04-14' });
    await dispatch('view-changed', { view: 'week', date: '2028-06-01' });
    expect([here(), steps]).to.deep.equal([`/desk/calendar?booking=${ana}&view=week&date=2028-06-01`, before]);
    await dispatch('booking-closed', { id: ana });
    expect(here()).to.equal('/desk/calendar?view=week&date=2028-06-01');
  });

  it('keeps what the calendar shows while another page is open, and a link to it alone leads back there', async () => {
    const { page, dispatch, asked } = await open('/desk/calendar');
    await dispatch('view-changed', { view: 'month', date: '2028-04-14' });
    await dispatch('booking-opened', { id: ana });
    for (const link of ['/desk/clients', '/desk/calendar']) {
      page.shadowRoot!.querySelector<HTMLAnchorElement>(`a[href="${link}"]`)!.click();
      await settle(page);
      expect(asked()).to.deep.equal(['month', '2028-04-14', ana]);
    }
    expect(here()).to.equal(`/desk/calendar?view=month&date=2028-04-14&booking=${ana}`);
  });

  it('fills in a new booking once for each link, by ids alone, and takes them out of the address', async () => {
    const start = '2028-04-14T15:00:00Z';
    const { page, calendar } = await open(`/desk/calendar?key=pk&new=1&client=${ana}&service=${ben}&start=${start}`);
    expect(calendar.newBooking).to.deep.equal({ clientId: ana, serviceId: ben, start });
    expect(here()).to.equal('/desk/calendar?key=pk');
    const first = calendar.newBooking;
    page.requestUpdate();
    await settle(page);
    expect(calendar.newBooking).to.equal(first);
    history.pushState(null, '', '/desk/calendar?new=1');
    dispatchEvent(new PopStateEvent('popstate'));
    await settle(page);
    expect(calendar.newBooking).to.deep.equal({}).and.not.equal(first);
  });

  describe('of several coaches', () => {
    const admin: User = { ...coach, role: 'admin' };
    const coaches = ['a', 'b', 'c', 'd', 'e'].map((one) => ({ slug: `coach-${one}`, name: one.toUpperCase() }));
    let loads: number;
    before(() => {
      Object.assign(session, { coaches: async () => coaches });
      SeveralCoaches.load = async () => void (loads += 1);
    });
    beforeEach(() => {
      loads = 0;
      $session.set(admin);
    });
    after(() => {
      Object.assign(session, { coaches: async () => [] });
      $session.set(coach);
    });
    const side = (page: AddressedPage) =>
      page.shadowRoot!.querySelector<HTMLElement & { chosen: string[]; moved(to: string[], date: string): void }>(
        'coach-desk-side-by-side',
      );

    it('offers an admin the chosen coach beside three others', async () => {
      const { page, calendar } = await open('/desk/calendar?lang=en&coach=coach-c');
      const link = calendar.querySelector<HTMLAnchorElement>('.side-link')!;
      link.click();
      await settle(page);
      await settle(page);
      expect(side(page)!.chosen).to.deep.equal(['coach-c', 'coach-a', 'coach-b', 'coach-d']);
      expect(getComputedStyle(calendar.parentElement!).display).to.equal('none');
      await expect(page).to.be.accessible();
      side(page)!.moved(['coach-a', 'coach-b'], '2028-04-14');
      await settle(page);
      expect(new URL(location.href).searchParams.get('coaches')).to.equal('coach-a,coach-b');
      expect(side(page)!.getAttribute('date')).to.equal('2028-04-14');
      expect(loads).to.equal(1);
    });

    it('is shown to admins alone, also before one coach is chosen', async () => {
      const { page } = await open('/desk/calendar?coaches=coach-a,coach-b');
      await settle(page);
      expect(side(page)).not.to.equal(null);
      $session.set(coach);
      const other = await open('/desk/calendar?coaches=coach-a,coach-b');
      expect(side(other.page)).to.equal(null);
      expect(other.calendar.querySelector('.side-link')).to.equal(null);
    });
  });
});

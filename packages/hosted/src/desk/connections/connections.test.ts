import { expect } from '@open-wc/testing';
import { ConnectionError, RateLimitedError, RefusedError, type User } from '@coach-booking/sdk';
import type { LitElement } from 'lit';
import { account } from '../../../test/admin-stage.ts';
import { accountCalendar, calendars, connectionCalls } from '../../../test/connection-stage.ts';
import { connectedCalls } from '../../../test/connected-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import { CalendarsInSection } from './calendars-in-section.ts';
import type { Calendar, ConnectionCalls } from './calls.ts';
import { DeskConnections } from './connections-page.ts';
import { defineConnections } from './elements.ts';

CalendarsInSection.every = 0;
let calls: ConnectionCalls;
class TestConnections extends DeskConnections {
  static override calls = () => calls;
  static override accountCalls = () => connectedCalls();
}
defineConnections(TestConnections);

let page: TestConnections;
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
};
async function open(
  change: Partial<ConnectionCalls> = {},
  { user = account('coach'), given = calendars }: { user?: User; given?: readonly Calendar[] } = {},
): Promise<void> {
  page?.remove();
  calls = connectionCalls(change, given);
  page = document.createElement('coach-desk-connections') as TestConnections;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me' });
  document.body.append(page);
  await settle();
}
const section = () => page.shadowRoot!.querySelector<LitElement>('coach-desk-calendars-in')!;
const root = () => section().shadowRoot!;
const text = () =>
  root()
    .textContent.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');
const rows = () => [...root().querySelectorAll('li.rule')];
const rowText = (n: number) =>
  rows()
    [n]!.textContent.replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ');
const press = async (words: string, within: ParentNode = root()) => {
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === words)!.click();
  await settle();
};
const type = (selector: string, value: string) =>
  (root().querySelector<HTMLInputElement | HTMLSelectElement>(selector)!.value = value);
const add = async (name: string, url: string) => {
  type('#new-name', name);
  type('#new-url', url);
  await press('Connect');
};
const focused = () => root().activeElement?.id;

describe('Settings › Connections', () => {
  it('passes the accessibility check: with calendars in all states, with none, changed, asked, and for the team', async () => {
    await open();
    await expect(page).to.be.accessible();
    await press('Change', rows()[0]);
    await expect(page).to.be.accessible();
    await press('Cancel', rows()[0]);
    await press('Disconnect', rows()[0]);
    await expect(page).to.be.accessible();
    await open({}, { given: [] });
    root().querySelector('details')!.open = true;
    await expect(page).to.be.accessible();
    await open({}, { user: account('staff') });
    await expect(page).to.be.accessible();
  });

  for (const role of ['coach', 'staff'] as const)
    it(`has the calendar feeds of a ${role} below`, async () => {
      await open({}, { user: account(role) });
      const feeds = page.shadowRoot!.querySelector<HTMLElement & { coach: string; isMember: boolean }>('coach-feeds')!;
      expect([feeds.coach, feeds.isMember]).to.deep.equal(['me', role === 'staff']);
    });

  it('says of each calendar how it goes, when it was read and what was found, in words', async () => {
    await open();
    expect(rowText(0)).to.contain('Family calendar.google.com Works. Last read on Apr 13, 2028');
    expect(rowText(0)).to.contain('Events: 1,214. Busy stretches: 96, until Jun 19, 2028.');
    expect(rowText(0)).to.contain('Bookings at a time when it is busy: 2.');
    expect(rowText(0)).to.contain('Times in a time zone that nobody knows, read in yours: 3');
    expect(rowText(1)).to.contain('so no times are offered at all. The answer is no calendar');
    expect(rowText(2)).to.contain('Switched off');
    expect(rows()[2]!.textContent).not.to.contain('Read now');
  });

  it('says that none is connected', async () => {
    await open({}, { given: [] });
    expect(text()).to.contain('No other calendar is connected.');
  });

  it('says what went wrong, and reads again on demand', async () => {
    await open({
      listExternalCalendars: () =>
        Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/coaches/me/external-calendars')),
    });
    expect(root().querySelector('[role=alert]')!.textContent.trim()).not.to.equal('');
    expect(root().querySelector('form')).to.equal(null);
    (section() as unknown as { calls: ConnectionCalls }).calls = connectionCalls();
    await press('Try again');
    expect(rows()).to.have.length(3);
  });

  it('leaves the calendars to the coach when it is opened by the team', async () => {
    await open({}, { user: account('staff') });
    expect(page.shadowRoot!.textContent).to.contain('Other calendars are connected by the coach.');
    expect(section()).to.equal(null);
  });

  describe('connecting a calendar', () => {
    it('sends its name, address and policy, forgets the address, and follows its first reading', async () => {
      const sent: unknown[] = [];
      const { createExternalCalendar: create } = connectionCalls();
      await open({
        createExternalCalendar: ((input: never) => {
          sent.push(input);
          return create(input);
        }) as never,
      });
      type('#new-policy', 'block_when_stale');
      await add(' Work ', 'webcal://calendar.example/private-4f0c.ics');
      const url = 'webcal://calendar.example/private-4f0c.ics';
      expect(sent).to.deep.equal([{ coach: 'me', name: 'Work', url, policy: 'block_when_stale' }]);
      expect(text()).to.contain('Work is connected and is being read.');
      expect(root().innerHTML).not.to.contain('4f0c');
      expect(root().querySelector<HTMLInputElement>('#new-url')!.value).to.equal('');
    });

    it('shows what the first reading found, without being asked', async () => {
      await open();
      await add('Work', 'https://calendar.example/a.ics');
      await settle();
      expect(rowText(3)).to.contain('Work calendar.example Works.');
    });

    it('shows bookings at busy times, which are noted behind the first reading', async () => {
      await open();
      const { listExternalCalendars: list } = calls;
      let readings = 0;
      Object.assign(calls, {
        listExternalCalendars: async (input: { coach: string }) => {
          const found = await list(input);
          if (found.find(({ name }) => name === 'Work')?.lastTriedAt !== undefined) readings += 1;
          return found.map((one) => (one.name === 'Work' ? { ...one, conflicts: readings > 1 ? 1 : 0 } : one));
        },
      });
      await add('Work', 'https://calendar.example/a.ics');
      await settle();
      await settle();
      expect(rowText(3)).to.contain('Bookings at a time when it is busy: 1.');
      expect(readings).to.equal(2);
    });

    for (const [title, name, url, said, at] of [
      ['without a name', ' ', 'https://calendar.example/a.ics', 'Give the calendar a name', 'new-name'],
      ['without an address', 'Work', 'calendar.example', 'has to begin with https://', 'new-url'],
    ] as const)
      it(`is not sent ${title}, and moves the keyboard there`, async () => {
        await open({ createExternalCalendar: () => Promise.reject(new Error('It was sent.')) });
        await add(name, url);
        expect(text()).to.contain(said);
        expect(focused()).to.equal(at);
      });

    it('keeps what was typed when the server refuses the address', async () => {
      await open({
        createExternalCalendar: () => Promise.reject(new RefusedError(failure(422, 'URL_NOT_ALLOWED'))),
      });
      await add('Work', 'https://nas.internal/a.ics');
      expect(text()).to.contain('This address is not accepted.');
      expect(root().querySelector<HTMLInputElement>('#new-url')!.value).to.equal('https://nas.internal/a.ics');
    });

    it('is offered for ten calendars at most', async () => {
      const ten = Array.from({ length: 10 }, (_, n) => ({ ...calendars[0]!, id: String(n).padStart(24, '0') }));
      await open({}, { given: ten });
      expect(text()).to.contain('Ten calendars are connected');
      expect(root().querySelector('#new-url')).to.equal(null);
    });
  });

  describe('connecting an account', () => {
    const form = () => root().querySelector<LitElement>('coach-desk-calendar-account')!;
    const within = () => form().shadowRoot!;
    const fill = (name: string, value: string) => (within().querySelector<HTMLInputElement>(`#${name}`)!.value = value);
    const signIn = async (password = 'abcd-efgh') => {
      fill('user', 'ana@icloud.com');
      fill('password', password);
      await press('Find calendars', within());
      await form().updateComplete;
    };

    it('passes the accessibility check: signing in, with a server of its own, refused, and choosing', async () => {
      await open();
      await expect(page).to.be.accessible();
      const service = within().querySelector('select')!;
      service.value = 'other';
      service.dispatchEvent(new Event('change'));
      await press('Find calendars', within());
      await expect(page).to.be.accessible();
      service.value = 'icloud';
      service.dispatchEvent(new Event('change'));
      await settle();
      await signIn();
      await expect(page).to.be.accessible();
    });

    it('signs in, offers the calendars, connects the chosen ones, and forgets the password', async () => {
      const sent: unknown[] = [];
      const server = connectionCalls();
      await open({
        ...server,
        createExternalCalendar: ((input: never) => {
          sent.push(input);
          return server.createExternalCalendar(input);
        }) as never,
      });
      await signIn();
      expect(within().activeElement?.id).to.equal('chosen-name');
      const boxes = [...within().querySelectorAll<HTMLInputElement>('[name=calendar]')];
      expect(boxes.map(({ checked }) => checked)).to.deep.equal([true, false, false]);
      boxes[1]!.checked = true;
      await press('Connect', within());
      const account = { server: 'https://caldav.icloud.com', user: 'ana@icloud.com', password: 'abcd-efgh' };
      const [home, work] = ['home', 'work'].map((one) => `https://p34-caldav.icloud.com/1/calendars/${one}/`);
      const calendars = [
        { id: home, name: 'Home' },
        { id: work, name: 'Arbeit & Ämter' },
      ];
      expect(sent).to.deep.equal([{ coach: 'me', kind: 'caldav', ...account, name: 'iCloud', calendars }]);
      expect(text()).to.contain('iCloud is connected and is being read.');
      expect(within().querySelector<HTMLInputElement>('#password')!.value).to.equal('');
      await settle();
      expect(rowText(3)).to.contain('iCloud caldav.icloud.com Home, Arbeit & Ämter');
    });

    const take = async (account: string) => {
      const service = within().querySelector('select')!;
      const option = [...service.options].find(({ textContent: words }) => words?.includes(account));
      service.value = option!.value;
      service.dispatchEvent(new Event('change'));
      await form().updateComplete;
    };

    it('offers the calendars of accounts that are connected and work, without a password', async () => {
      const sent: unknown[] = [];
      const server = connectionCalls();
      const noted = (act: (input: never) => unknown): never =>
        ((input: never) => {
          sent.push(input);
          return act(input);
        }) as never;
      await open({
        ...server,
        discoverExternalCalendars: noted(server.discoverExternalCalendars),
        createExternalCalendar: noted(server.createExternalCalendar),
      });
      const names = [...within().querySelectorAll('option')].map((option) => option.textContent);
      expect(names).to.deep.equal([
        'Google: kim@gmail.com',
        'Microsoft: kim.smith@outlook.com',
        'iCloud',
        'Fastmail',
        'Nextcloud',
        'Another CalDAV server',
      ]);
      await take('kim.smith@outlook.com');
      expect(within().querySelector('input')).to.equal(null);
      await expect(page).to.be.accessible();
      await press('Find calendars', within());
      await form().updateComplete;
      expect(within().querySelector<HTMLInputElement>('#chosen-name')!.value).to.equal('Microsoft');
      await expect(page).to.be.accessible();
      await press('Connect', within());
      const account = { coach: 'me', kind: 'microsoft', connectionId: '665f0000000000000000c003' };
      const calendars = [{ id: 'AAMkDefault=', name: 'Calendar' }];
      expect(sent).to.deep.equal([account, { ...account, name: 'Microsoft', calendars }]);
      expect(text()).to.contain('Microsoft is connected and is being read.');
      await settle();
      expect(rowText(3)).to.contain('Microsoft outlook.office.com Calendar');
    });

    it('says that a connected account does not let us in any more', async () => {
      const refusal = { ...failure(422, 'CALENDAR_ACCOUNT_FAILED'), details: { reason: 'REVOKED' } } as const;
      await open({ discoverExternalCalendars: () => Promise.reject(new RefusedError(refusal)) });
      await take('kim.smith@outlook.com');
      await press('Find calendars', within());
      expect(within().textContent).to.contain('connect it again above');
    });

    it('says that the name or the password is not accepted, and keeps what was typed', async () => {
      await open();
      await signIn('wrong');
      expect(within().textContent).to.contain('The user name or the app password is not accepted there.');
      expect(within().querySelector<HTMLInputElement>('#user')!.value).to.equal('ana@icloud.com');
    });

    it('asks for what is missing, and for one calendar at least', async () => {
      await open({ createExternalCalendar: () => Promise.reject(new Error('It was sent.')) });
      await press('Find calendars', within());
      expect(within().textContent).to.contain('Enter the name by which you sign in there.');
      expect(within().activeElement?.id).to.equal('user');
      await signIn();
      within().querySelector<HTMLInputElement>('[name=calendar]')!.checked = false;
      await press('Connect', within());
      expect(within().textContent).to.contain('Choose at least one calendar.');
      await press('Another account', within());
      expect(within().querySelector('#password')).not.to.equal(null);
    });
  });

  describe('a connected calendar', () => {
    it('is read now, and what was found is shown', async () => {
      await open();
      await press('Read now', rows()[0]);
      expect(rowText(0)).to.contain('It is being read.');
      await settle();
      expect(rowText(0)).to.contain('Events: 1,215.');
    });

    it('is not read twice within a minute', async () => {
      await open({
        refreshExternalCalendar: () => Promise.reject(new RateLimitedError(failure(429, 'RATE_LIMITED'))),
      });
      await press('Read now', rows()[0]);
      expect(rowText(0)).to.contain('It was read less than a minute ago.');
    });

    it('gets another name and policy', async () => {
      await open();
      await press('Change', rows()[0]);
      expect(focused()).to.equal(`name-${calendars[0]!.id}`);
      type(`#name-${calendars[0]!.id}`, 'Home');
      type(`#policy-${calendars[0]!.id}`, 'block_when_stale');
      await press('Save', rows()[0]);
      expect(rowText(0)).to.contain('Home');
      expect(rowText(0)).to.contain('Saved.');
      await press('Change', rows()[0]);
      type(`#name-${calendars[0]!.id}`, ' ');
      await press('Save', rows()[0]);
      expect(rowText(0)).to.contain('Give the calendar a name');
    });

    it('has bookings written into it, or not, where and with what the coach chooses', async () => {
      const sent: unknown[] = [];
      const server = connectionCalls({}, [accountCalendar]);
      await open({
        ...server,
        updateExternalCalendar: ((input: never) => {
          sent.push(input);
          return server.updateExternalCalendar(input);
        }) as never,
      });
      expect(rowText(0)).to.contain('Your bookings are written into Work.');
      await press('Change', rows()[0]);
      await expect(page).to.be.accessible();
      type(`#into-${accountCalendar.id}`, accountCalendar.calendars![0]!.id);
      type(`#detail-${accountCalendar.id}`, 'full');
      await press('Save', rows()[0]);
      expect(rowText(0)).to.contain('Your bookings are written into Home.');
      await press('Change', rows()[0]);
      root().querySelector<HTMLInputElement>('[name=write]')!.checked = false;
      type(`#password-${accountCalendar.id}`, 'new-password');
      await press('Save', rows()[0]);
      const same = { coach: 'me', id: accountCalendar.id, name: 'iCloud', policy: 'keep_last_good' };
      const bookingCalendar = accountCalendar.calendars![0]!.id;
      expect(sent).to.deep.equal([
        { ...same, writeBookings: true, bookingCalendar, bookingDetail: 'full' },
        { ...same, writeBookings: false, password: 'new-password' },
      ]);
    });

    it('is switched off and on', async () => {
      await open();
      await press('Switch off', rows()[0]);
      expect(rowText(0)).to.contain('Switched off');
      await press('Switch on', rows()[0]);
      expect(rowText(0)).to.contain('Works.');
    });

    it('is disconnected once that is confirmed, and the keyboard finds its way', async () => {
      await open();
      await press('Disconnect', rows()[0]);
      expect(rowText(0)).to.contain('Disconnect Family?');
      expect(focused()).to.equal(`keep-${calendars[0]!.id}`);
      await press('Keep it', rows()[0]);
      expect(rows()).to.have.length(3);
      expect(focused()).to.equal(`edit-${calendars[0]!.id}`);
      await press('Disconnect', rows()[0]);
      await press('Disconnect', rows()[0]);
      expect(rows()).to.have.length(2);
      expect(text()).to.contain('Family is disconnected.');
      expect(focused()).to.equal('title');
    });
  });
});

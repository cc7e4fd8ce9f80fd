import { expect } from '@open-wc/testing';
import { ConnectionError, RefusedError, type User } from '@coach-booking/sdk';
import type { LitElement } from 'lit';
import { account } from '../../../test/admin-stage.ts';
import { accountCalendar, calendars, changedCalendar, connectionCalls } from '../../../test/connection-stage.ts';
import { connectedCalls } from '../../../test/connected-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import type { Calendar, ConnectionCalls } from './calls.ts';
import { CalendarsInSection } from './calendars-in-section.ts';
import { ChangedSection } from './changed-section.ts';
import { DeskConnections } from './connections-page.ts';
import { defineConnections } from './elements.ts';

CalendarsInSection.every = 0;
ChangedSection.every = 0;
let calls: ConnectionCalls;
class TestConnections extends DeskConnections {
  static override calls = () => calls;
  static override accountCalls = () => connectedCalls();
}
defineConnections(TestConnections);

let page: TestConnections;
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setTimeout(done));
};
async function open(
  change: Partial<ConnectionCalls> = {},
  { user = account('coach'), given = [changedCalendar] }: { user?: User; given?: readonly Calendar[] } = {},
): Promise<void> {
  page?.remove();
  calls = connectionCalls(change, given);
  page = document.createElement('coach-desk-connections') as TestConnections;
  const addressTo = (to: string, { query }: { query: { date: string } }) => `/desk/${to}?date=${query.date}`;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me', addressTo });
  document.body.append(page);
  await settle();
}
const section = () => page.shadowRoot!.querySelector<LitElement>('coach-desk-changed')!;
const root = () => section().shadowRoot!;
const words = (node: Node) => node.textContent!.replace(/[\u2068\u2069]/g, '').replace(/[\s\u202f\u2009]+/g, ' ');
const rows = () => [...root().querySelectorAll('li.rule')];
const button = (n: number) => rows()[n]!.querySelector('button')!;
const press = async (n: number) => {
  button(n).click();
  await settle();
};

describe('bookings that are different in a calendar', () => {
  it('passes the accessibility check: with bookings, one being written, one refused, and with none', async () => {
    await open();
    await expect(page).to.be.accessible();
    const writing = changedCalendar.changes.map((one) => ({ ...one, state: 'putting_back' as const }));
    await open({ listExternalCalendars: async () => [{ ...changedCalendar, changes: writing }] });
    await expect(page).to.be.accessible();
    await open({ putBackExternalEvent: () => Promise.reject(new RefusedError(failure(409, 'NOT_ALLOWED_NOW'))) });
    await press(0);
    await expect(page).to.be.accessible();
    await open({}, { given: [accountCalendar] });
    await expect(page).to.be.accessible();
  });

  it('lists bookings by their time, at the clock of the coach, with the time there and since when', async () => {
    await open();
    expect(words(root())).to.contain('Times are those of New York.');
    expect(words(rows()[0]!)).to.match(/Strength session · Apr 14, 2028, 9:00 – 10:00 AM/);
    expect(words(rows()[0]!)).to.match(/In Work: Apr 15, 2028, 1:00 – 2:00 PM[.]/);
    expect(words(rows()[0]!)).to.contain('Noticed on Apr 13, 2028, 8:50 AM.');
    expect(words(rows()[1]!)).to.contain('First meeting & plan');
    expect(words(rows()[1]!)).to.contain('Not found in Work any more.');
    expect(words(rows()[2]!)).to.contain('It could not be written, and is tried again.');
  });

  it('leads to the calendar at the day of a booking, by the clock of the coach', async () => {
    await open();
    const links = rows().map((row) => row.querySelector('a')!.getAttribute('href'));
    expect(links).to.deep.equal(['2028-04-14', '2028-04-17', '2028-04-17'].map((day) => `/desk/calendar?date=${day}`));
  });

  it('lists bookings at the clock of the device where the coach cannot be read', async () => {
    await open({ getCoach: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1/coaches/me')) });
    expect(rows()).to.have.length(3);
    expect(words(root())).to.contain('Times are those of ');
  });

  it('puts a booking back, follows it until that is done, and moves the keyboard on', async () => {
    const sent: unknown[] = [];
    const server = connectionCalls({}, [changedCalendar]);
    let isHeld = true;
    await open({
      ...server,
      listExternalCalendars: ((input: never) =>
        isHeld ? Promise.resolve([changedCalendar]) : server.listExternalCalendars(input)) as never,
      putBackExternalEvent: ((input: never) => {
        sent.push(input);
        isHeld = false;
        return server.putBackExternalEvent(input);
      }) as never,
    });
    button(0).focus();
    await press(0);
    await settle();
    const [change] = changedCalendar.changes;
    expect(sent).to.deep.equal([{ coach: 'me', id: changedCalendar.id, bookingId: change!.bookingId }]);
    expect(rows()).to.have.length(2);
    expect(words(root())).to.contain('Strength session is in Work again as it is booked.');
    expect(root().activeElement?.id).to.equal('changed');
  });

  it('shows that a booking is being written, and asks for it once', async () => {
    let asked = 0;
    const writing = changedCalendar.changes.map((one) => ({ ...one, state: 'putting_back' as const }));
    await open({
      listExternalCalendars: async () => [{ ...changedCalendar, changes: writing }],
      putBackExternalEvent: async () => {
        asked += 1;
        return changedCalendar;
      },
    });
    expect(words(rows()[0]!.querySelector('.quiet [role=status]')!)).to.equal('It is being written.');
    expect(button(0).getAttribute('aria-disabled')).to.equal('true');
    await press(0);
    expect(asked).to.equal(0);
  });

  for (const [code, status, said] of [
    ['NOT_ALLOWED_NOW', 409, 'The session has begun'],
    ['BOOKING_NOT_FOUND', 404, 'It is not written into this calendar any more.'],
  ] as const)
    it(`shows why a booking is not put back: ${code}`, async () => {
      await open({ putBackExternalEvent: () => Promise.reject(new RefusedError(failure(status, code))) });
      await press(0);
      expect(words(rows()[0]!.querySelector('[role=alert]')!)).to.contain(said);
      expect(rows()).to.have.length(3);
    });

  it('shows that the server cannot be reached, and lets a booking be put back again', async () => {
    await open({
      putBackExternalEvent: () => Promise.reject(new ConnectionError('OFFLINE', 'POST', '/v1/coaches/me')),
    });
    await press(1);
    expect(words(rows()[1]!.querySelector('[role=alert]')!).trim()).not.to.equal('');
    expect(button(1).getAttribute('aria-disabled')).to.equal('false');
  });

  it('shows that all is as it is booked, and nothing where no bookings are written', async () => {
    await open({}, { given: [accountCalendar] });
    expect(words(root())).to.contain('your bookings are in your calendars as they are booked');
    const { lastGoodAt: _good, ...unread } = accountCalendar;
    for (const given of [calendars, [unread]]) {
      await open({}, { given });
      expect(root().querySelector('section')).to.equal(null);
    }
    await open({}, { given: calendars });
    expect(root().querySelector('section')).to.equal(null);
    await open({}, { user: account('staff') });
    expect(section()).to.equal(null);
  });

  it('shows how many bookings there are beyond those that are listed', async () => {
    await open({}, { given: [{ ...changedCalendar, changed: 60 }] });
    expect(words(root())).to.contain('And more: 57');
  });
});

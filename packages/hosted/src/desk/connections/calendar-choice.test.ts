import { expect } from '@open-wc/testing';
import { ConnectionError, RefusedError } from '@coach-booking/sdk';
import { accountCalendar, connectionCalls } from '../../../test/connection-stage.ts';
import { failure } from '../../../test/page-acts.ts';
import type { CalendarChoice } from './calendar-choice.ts';
import type { Calendar, ConnectionCalls } from './calls.ts';
import { CalendarsInSection } from './calendars-in-section.ts';
import { defineConnections } from './elements.ts';

CalendarsInSection.every = 0;
defineConnections();

let list: CalendarsInSection;
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await new Promise((done) => setTimeout(done));
};
const root = () => list.shadowRoot!;
const choice = () => root().querySelector<CalendarChoice>('coach-desk-calendar-choice');
const inside = () => choice()!.shadowRoot!;
const words = (node: Node) => node.textContent!.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ');
const press = async (text: string, within: ParentNode = root()) => {
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === text)!.click();
  await settle();
};
const boxes = () => [...inside().querySelectorAll<HTMLInputElement>('[name=calendar]')];
const [HOME, WORK, DAYS] = ['home', 'work', 'days'].map((one) => `https://p34-caldav.icloud.com/1/calendars/${one}/`);

async function open(change: Partial<ConnectionCalls> = {}, given: Calendar = accountCalendar): Promise<unknown[]> {
  list?.remove();
  const sent: unknown[] = [];
  const server = connectionCalls(change, [given]);
  const updateExternalCalendar = ((input: never) => {
    sent.push(input);
    return server.updateExternalCalendar(input);
  }) as never;
  list = document.createElement('coach-desk-calendars-in') as CalendarsInSection;
  Object.assign(list, { calls: { ...server, updateExternalCalendar }, coach: 'me', connected: [] });
  document.body.append(list);
  await settle();
  await press('Choose calendars');
  return sent;
}

describe('choosing the calendars of an account again', () => {
  it('passes the accessibility check: with the calendars, asked for, and refused', async () => {
    await open();
    await expect(list).to.be.accessible();
    await open({ listAccountCalendars: () => new Promise(() => undefined) });
    await expect(list).to.be.accessible();
    const refusal = { ...failure(422, 'CALENDAR_ACCOUNT_FAILED'), details: { reason: 'TIMEOUT' } } as const;
    await open({ listAccountCalendars: () => Promise.reject(new RefusedError(refusal)) });
    await expect(list).to.be.accessible();
  });

  it('offers all calendars of the account, the chosen ones ticked, and keeps the one that takes bookings', async () => {
    await open();
    expect(boxes().map(({ checked }) => checked)).to.deep.equal([true, true, false]);
    expect(boxes().map(({ disabled }) => disabled)).to.deep.equal([false, true, false]);
    expect(words(inside())).to.contain('Work (your bookings are written into it)');
    expect(inside().activeElement?.id).to.equal('choice');
  });

  it('sends the chosen ones with the one that takes bookings, and follows the reading', async () => {
    const sent = await open();
    boxes()[0]!.checked = false;
    boxes()[2]!.checked = true;
    await press('Save', inside());
    const calendars = [
      { id: WORK, name: 'Work' },
      { id: DAYS, name: 'Feiertage & Ämter' },
    ];
    expect(sent).to.deep.equal([{ coach: 'me', id: accountCalendar.id, calendars }]);
    expect(choice()).to.equal(null);
    expect(words(root())).to.contain('Saved. The calendars are being read.');
    expect(words(root())).to.contain('Work, Feiertage & Ämter');
    expect(root().activeElement?.id).to.equal(`choose-${accountCalendar.id}`);
  });

  it('has bookings written into another one where theirs is gone, and names what is gone', async () => {
    const gone = { id: 'https://p34-caldav.icloud.com/1/calendars/old/', name: 'Old' };
    const given = { ...accountCalendar, calendars: [gone], bookingCalendar: gone.id };
    const sent = await open({}, given);
    expect(words(inside())).to.contain('Not in the account any more: Old.');
    boxes()[2]!.checked = true;
    boxes()[0]!.checked = true;
    await press('Save', inside());
    expect(sent).to.deep.include.members([
      {
        coach: 'me',
        id: given.id,
        calendars: [
          { id: HOME, name: 'Home' },
          { id: DAYS, name: 'Feiertage & Ämter' },
        ],
        bookingCalendar: HOME,
      },
    ]);
    const readOnly = await open({}, given);
    boxes()[2]!.checked = true;
    await press('Save', inside());
    expect(readOnly).to.deep.equal([
      { coach: 'me', id: given.id, calendars: [{ id: DAYS, name: 'Feiertage & Ämter' }], writeBookings: false },
    ]);
  });

  it('asks for one calendar at least', async () => {
    const { bookingCalendar: _into, bookingDetail: _detail, ...read } = accountCalendar;
    const sent = await open({}, { ...read, calendars: [], writeBookings: false });
    await press('Save', inside());
    expect(words(inside())).to.contain('Choose at least one calendar.');
    expect(sent).to.deep.equal([]);
  });

  it('shows why the account cannot be asked, and asks again', async () => {
    const refusal = { ...failure(422, 'CALENDAR_ACCOUNT_FAILED'), details: { reason: 'REVOKED' } } as const;
    let isDown = true;
    const { listAccountCalendars } = connectionCalls();
    await open({
      listAccountCalendars: ((input: never) =>
        isDown ? Promise.reject(new RefusedError(refusal)) : listAccountCalendars(input)) as never,
    });
    expect(words(inside().querySelector('[role=alert]')!)).to.contain('enter a new app password');
    isDown = false;
    await press('Try again', inside());
    expect(boxes()).to.have.length(3);
  });

  it('keeps what is chosen when it could not be stored', async () => {
    await open();
    const offline = () => Promise.reject(new ConnectionError('OFFLINE', 'PATCH', '/v1/coaches/me'));
    choice()!.calls = { ...choice()!.calls, updateExternalCalendar: offline };
    boxes()[2]!.checked = true;
    await press('Save', inside());
    expect(words(inside().querySelector('form [role=alert]')!).trim()).not.to.equal('');
    expect(boxes()[2]!.checked).to.equal(true);
  });

  it('is left without a change, and the keyboard returns to where it was', async () => {
    const sent = await open();
    await press('Cancel', inside());
    expect(choice()).to.equal(null);
    expect(sent).to.deep.equal([]);
    expect(root().activeElement?.id).to.equal(`choose-${accountCalendar.id}`);
  });
});

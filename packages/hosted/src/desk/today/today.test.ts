import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError, type User } from '@coach-booking/sdk';
import { account } from '../../../test/admin-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { failure } from '../../../test/page-acts.ts';
import { calendarOf, requests, StageLive, TODAY_NOW, todayCallsOf } from '../../../test/today-stage.ts';
import type { AddressParts } from '../page-properties.ts';
import type { TodayCalls } from './calls.ts';
import { defineToday } from './elements.ts';
import { DeskToday } from './today-page.ts';

let calls: TodayCalls;
let now: number;
let minute: () => void;
class TestToday extends DeskToday {
  static override calls = () => calls;
  static override now = () => now;
  static override eachMinute = (run: () => void) => ((minute = run), () => undefined);
}
defineToday(TestToday);

let page: TestToday;
let live: StageLive;
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done));
};
const addressTo = (name: string, { query = {} }: AddressParts = {}) => `/desk/${name}?${new URLSearchParams(query)}`;
async function open(change: Partial<TodayCalls> = {}, { user = account('coach') as User, isEmpty = false } = {}) {
  page?.remove();
  document.querySelector('coach-toasts')?.remove();
  [now, live] = [TODAY_NOW, new StageLive()];
  calls = todayCallsOf(change, isEmpty);
  page = document.createElement('coach-desk-today') as TestToday;
  Object.assign(page, { session: sessionOf(user), user, coach: 'me', addressTo, live });
  document.body.append(page);
  await settle();
}
const root = () => page.shadowRoot!;
const plain = (text: string) =>
  text
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const words = (selector: string) => plain(root().querySelector(selector)?.textContent ?? '');
const buttons = (name: string) =>
  [...root().querySelectorAll('button')].filter(({ textContent }) => plain(textContent).startsWith(name));
async function press(name: string) {
  buttons(name)[0]!.click();
  await settle();
}
const toasts = () => document.querySelector('coach-toasts')!.shadowRoot!;
const toast = () => plain(toasts().textContent);

describe('Today', () => {
  it('passes the accessibility check: a full day, an empty one, a refusal that is written, a failure', async () => {
    await open();
    await expect(page).to.be.accessible();
    await press('Decline');
    await expect(page).to.be.accessible();
    await open({}, { isEmpty: true });
    await expect(page).to.be.accessible();
    await open({ getCalendar: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) });
    await expect(page).to.be.accessible();
    await open({}, { user: account('staff', { staffId: '665f00000000000000000190' }) });
    await expect(page).to.be.accessible();
  });

  it('counts down to the end of the session that runs, then to the next one, minute by minute', async () => {
    await open();
    expect(words('.next')).to.contain('Now40 min left').and.contain('Ben Okafor');
    now += 60_000;
    minute();
    await settle();
    expect(words('.wait')).to.equal('39 min left');
    now = Date.parse('2028-04-11T15:05:00Z');
    minute();
    await settle();
    expect(words('.next')).to.contain('Nextin 1 hr 25 min').and.contain('12:30 – 1:30 PM');
    expect(root().querySelector('.next a.button')!.getAttribute('href')).to.equal('https://meet.example/room');
  });

  it('shows the day in its order with what is free between, each with the way into the calendar', async () => {
    await open();
    const rows = [...root().querySelectorAll('.rows > li')].map(({ textContent }) => plain(textContent));
    expect(rows.map((row) => row.split(/ (?=Ana|Ben|Maxi|ليلى|Free)/)[0])).to.deep.equal([
      '8:00 – 9:00 AM',
      '10:00 – 11:00 AM',
      '11:00 AM – 12:30 PM',
      '12:30 – 1:30 PM',
      '1:30 – 3:00 PM',
      '3:00 – 4:00 PM',
      '4:00 – 4:30 PM',
      '5:00 – 6:00 PM',
    ]);
    expect(rows[2]).to.contain('Free · 1 hr 30 min');
    const [book] = root().querySelectorAll('.gap a');
    expect(book!.getAttribute('href')).to.equal(
      '/desk/calendar?date=2028-04-11&new=1&start=2028-04-11T15%3A00%3A00.000Z',
    );
    expect(root().querySelector('.rows .name')!.getAttribute('href')).to.equal(
      '/desk/calendar?date=2028-04-11&booking=665f00000000000000000101',
    );
  });

  it('confirms a request, and takes that back on request', async () => {
    const asked: object[] = [];
    await open({
      confirmBooking: (async (input: object) => (asked.push(input), { ...requests[0]!, version: 2 })) as never,
      undoBooking: (async (input: object) => (asked.push(input), {})) as never,
    });
    await press('Confirm');
    expect(asked).to.deep.equal([{ id: requests[0]!.id, version: 1 }]);
    expect(toast()).to.contain('Confirmed: Kim Nguyen');
    expect(live.looks).to.equal(1);
    [...toasts().querySelectorAll('button')].find(({ textContent }) => textContent === 'Undo')!.click();
    await settle();
    expect(asked.at(-1)).to.deep.equal({ id: requests[0]!.id, version: 2 });
    expect(toast()).to.contain('Undone: Kim Nguyen');
  });

  it('declines a request with a message, and keeps it on Escape', async () => {
    const asked: object[] = [];
    await open({ cancelBooking: (async (input: object) => (asked.push(input), {})) as never });
    await press('Decline');
    const message = root().querySelector<HTMLTextAreaElement>('#message')!;
    expect(root().activeElement).to.equal(message);
    message.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settle();
    expect(root().querySelector('form')).to.equal(null);
    expect(plain(root().activeElement!.textContent)).to.equal('Decline: Kim Nguyen');
    await press('Decline');
    root().querySelector<HTMLTextAreaElement>('#message')!.value = ' I am away that week. ';
    root().querySelector('form')!.requestSubmit();
    await settle();
    expect(asked).to.deep.equal([{ id: requests[0]!.id, version: 1, reason: 'I am away that week.' }]);
    expect(toast()).to.contain('Declined: Kim Nguyen');
  });

  for (const [button, call] of [
    ['Completed', 'completeBooking'],
    ['No-show', 'markNoShow'],
  ] as const)
    it(`closes a session as ${button}`, async () => {
      const asked: object[] = [];
      await open();
      const accepted = calls[call];
      calls = { ...calls, [call]: (input: never) => (asked.push(input), accepted(input)) };
      await open({ [call]: calls[call] });
      await press(button);
      expect(asked).to.deep.equal([{ id: '665f00000000000000000108', version: 1 }]);
      expect(toast()).to.contain('Ola Berg');
    });

  it('says that a booking was changed meanwhile, and reads the day anew', async () => {
    let reads = 0;
    await open({
      getCalendar: (async () => ((reads += 1), calendarOf())) as never,
      confirmBooking: () => Promise.reject(new ConflictError(failure(409, 'VERSION_CONFLICT'))),
    });
    await press('Confirm');
    expect(toast()).to.contain('It was changed meanwhile');
    expect(reads).to.equal(2);
  });

  it('reads anew with each change of the calendar, one reading at a time', async () => {
    let reads = 0;
    let answer = (): void => undefined;
    await open({
      getCalendar: (() => ((reads += 1), new Promise((done) => (answer = () => done(calendarOf()))))) as never,
    });
    live.tell();
    live.tell();
    expect(reads).to.equal(1);
    answer();
    await settle();
    expect(reads).to.equal(2);
    answer();
    await settle();
    expect(reads).to.equal(2);
  });

  it('reads another day after midnight', async () => {
    let reads = 0;
    await open({ getCalendar: (async () => ((reads += 1), calendarOf())) as never });
    now = Date.parse('2028-04-12T04:00:30Z');
    minute();
    await settle();
    expect(reads).to.equal(2);
    expect(words('h1 + .quiet')).to.equal('Wednesday, April 12');
  });

  it('keeps the day when the server cannot be reached, and says of when it is', async () => {
    let isAway = false;
    const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1'));
    await open({ getCalendar: (async () => (isAway ? away() : calendarOf())) as never });
    isAway = true;
    live.tell();
    await settle();
    expect(words('.stale')).to.contain('Not up to date').and.contain('10:20 AM');
    expect(words('.rows')).to.contain('Ana Diaz');
    isAway = false;
    live.tell();
    await settle();
    expect(root().querySelector('.stale')).to.equal(null);
  });

  it('shows that the day could not be read, and reads it on request', async () => {
    let isAway = true;
    await open({
      getCalendar: (async () =>
        isAway ? Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) : calendarOf()) as never,
    });
    expect(words('[role=alert]')).to.contain('cannot be reached');
    isAway = false;
    await press('Try again');
    expect(words('.rows')).to.contain('Ana Diaz');
  });

  it('says of each card alone that it could not be read, and reads it on request', async () => {
    let isAway = true;
    const away = () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1'));
    const list = todayCallsOf().listCoachBookings;
    await open({
      listCoachBookings: ((input: { status?: string }) =>
        isAway && input.status === 'pending' ? away() : list(input as never)) as never,
      listBursts: () => (isAway ? away() : Promise.resolve([])),
    });
    expect(words('[aria-labelledby=requests]')).to.contain('Requests to answer').and.contain('cannot be reached');
    expect(words('[aria-labelledby=notes]')).to.contain('cannot be reached');
    expect(words('[aria-labelledby=to-close]')).to.contain('Ola Berg').and.not.contain('reached');
    expect(words('.rows')).to.contain('Ana Diaz');
    await expect(page).to.be.accessible();
    isAway = false;
    await press('Try again');
    expect(words('[aria-labelledby=requests]')).to.contain('Kim Nguyen').and.not.contain('reached');
    expect(root().activeElement!.localName).to.equal('h1');
    await press('Try again');
    expect(words('[aria-labelledby=notes]')).to.contain('law of the time zone');
    expect(buttons('Try again')).to.have.length(0);
  });

  it('keeps the requests that it has when they cannot be read again', async () => {
    let isAway = false;
    const list = todayCallsOf().listCoachBookings;
    await open({
      listCoachBookings: ((input: object) =>
        isAway ? Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) : list(input as never)) as never,
    });
    isAway = true;
    live.tell();
    await settle();
    expect(words('[aria-labelledby=requests]')).to.contain('cannot be reached').and.contain('Kim Nguyen');
  });

  it('shows an empty day with the next working day', async () => {
    await open({}, { isEmpty: true });
    expect(words('.empty')).to.contain('No working hours today. Your next working day is Wednesday, April 12.');
    expect(root().querySelector('.empty a')!.getAttribute('href')).to.equal('/desk/calendar?date=2028-04-12');
    expect(root().querySelector('.aside')!.children).to.have.length(0);
  });

  it('leads to what has changed elsewhere; a member of the team sees nothing of connections', async () => {
    const notes = () =>
      [...root().querySelectorAll('[aria-labelledby=notes] a')].map((link) => [
        plain(link.textContent).replace(/.*: /, ''),
        link.getAttribute('href'),
      ]);
    await open();
    expect(notes()).to.deep.equal([
      ['2', '/desk/calendar?'],
      ['1', '/desk/connections?'],
      ['3', '/desk/connections?'],
    ]);
    await open({}, { user: account('staff') });
    expect(notes()).to.deep.equal([['2', '/desk/calendar?']]);
  });

  it('shows a member of the team the own sessions, and everyone’s on request', async () => {
    const asked: { staffId?: string }[] = [];
    const user = account('staff', { staffId: '665f00000000000000000190' });
    const list = todayCallsOf().listCoachBookings;
    await open(
      { listCoachBookings: ((input: object) => (asked.push(input), list(input as never))) as never },
      { user },
    );
    expect([...root().querySelectorAll('.rows .name')].map(({ textContent }) => textContent)).to.deep.equal([
      'Ben Okafor',
    ]);
    expect(asked.every(({ staffId }) => staffId === user.staffId)).to.equal(true);
    asked.length = 0;
    root().querySelector<HTMLInputElement>('[value=everyone]')!.click();
    await settle();
    expect(root().querySelectorAll('.rows .name')).to.have.length(4);
    expect(asked.some(({ staffId }) => staffId !== undefined)).to.equal(false);
  });
});

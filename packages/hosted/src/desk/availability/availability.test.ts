import { expect } from '@open-wc/testing';
import { ConnectionError } from '@coach-booking/sdk';
import type { CalendarConnection } from '@coach-booking/elements/internal/calendar-connect';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { account } from '../../../test/admin-stage.ts';
import { absences, hoursConnection, timeOffCalls } from '../../../test/availability-stage.ts';
import { sessionOf } from '../../../test/fake-session.ts';
import { DeskAvailability } from './availability-page.ts';
import type { TimeOffCalls } from './calls.ts';
import { defineAvailability } from './elements.ts';
import { spanOf } from './time-off-part.ts';

let calls: TimeOffCalls;
let connection: CalendarConnection;
class TestAvailability extends DeskAvailability {
  static override calls = () => calls;
  static override connect = () => connection;
}
defineAvailability(TestAvailability);

let page: TestAvailability;
let saved: [string, unknown][];
const settle = async () => {
  for (let turn = 0; turn < 6; turn++) await new Promise((done) => setTimeout(done));
  await page.updateComplete;
};
/** Takes note of all that is sent. */
const noting = () => {
  const taken = timeOffCalls();
  const note =
    <K extends 'addTimeOff' | 'removeTimeOff'>(name: K) =>
    (input: never) => {
      saved.push([name, input]);
      return taken[name](input);
    };
  return { ...taken, addTimeOff: note('addTimeOff'), removeTimeOff: note('removeTimeOff') } as unknown as TimeOffCalls;
};
async function open(given: TimeOffCalls = timeOffCalls(), hours = hoursConnection()) {
  page?.remove();
  document.querySelector('coach-toasts')?.remove();
  [calls, connection, saved] = [given, hours.connection, []];
  page = document.createElement('coach-desk-availability') as TestAvailability;
  Object.assign(page, {
    session: sessionOf(account('coach')),
    coach: 'me',
    mayChange: true,
    addressTo: (to: string) => `/desk/${to}`,
  });
  document.body.append(page);
  await settle();
  return hours;
}
const root = () => page.shadowRoot!;
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
const text = () => plain(root().textContent);
const toast = () => document.querySelector('coach-toasts')!.shadowRoot!;
const editor = () => root().querySelector('coach-desk-hours')!.shadowRoot!;
async function press(words: string, within: ParentNode = root()) {
  [...within.querySelectorAll('button')]
    .find((one) => [one.textContent.trim(), plain(one.ariaLabel ?? '')].includes(words))!
    .click();
  await settle();
}
async function put(id: string, value: string, within: ParentNode = root()) {
  const field = within.querySelector<HTMLInputElement>(`#${id}`)!;
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await settle();
}

describe('the availability of the desk', () => {
  it('passes the accessibility check, as it is shown, and with the form of time off', async () => {
    await open();
    await waitUntil(() => editor().querySelector('.weekday'), 'the hours come');
    await expect(page).to.be.accessible();
    await press('Add time off');
    await put('toDate', '');
    await press('Save');
    await expect(page).to.be.accessible();
  });

  it('shows the hours, one line a day, by the clock of the coach, and stores nothing before they are saved', async () => {
    const { flow } = await open();
    await waitUntil(() => editor().querySelector('.weekday'), 'the hours come');
    expect(text()).to.contain('Times are by the clock in New York.');
    await put('hours-1-0-end', '12:00', editor());
    expect(flow.asked('saveSchedule')).to.have.length(0);
    editor().querySelector('form')!.requestSubmit();
    await waitUntil(
      () => document.querySelector('coach-toasts')?.shadowRoot?.textContent?.includes('The hours are saved.'),
      'they are saved',
    );
    expect(flow.asked('saveSchedule')).to.have.length(1);
  });

  it('asks before hours that were typed are left', async () => {
    await open();
    await waitUntil(() => editor().querySelector('.weekday'), 'the hours come');
    const left: string[] = [];
    const leave = () =>
      dispatchEvent(new CustomEvent('coach-desk-leave', { cancelable: true, detail: { go: () => left.push('left') } }));
    expect(leave()).to.equal(true);
    await put('hours-1-0-end', '12:00', editor());
    expect(leave()).to.equal(false);
    await settle();
    await press('Discard');
    expect(left).to.deep.equal(['left']);
    expect(leave()).to.equal(true);
  });

  it('lists time off: whole days as dates, other time with its hours', async () => {
    await open();
    expect(text()).to.contain('Jul 6 – 17, 2099').and.contain('Holiday');
    expect(text()).to.contain('Aug 3, 2099, 9:00 AM – 12:30 PM');
    expect(spanOf(absences[0]!, 'America/New_York', 'de')).to.contain('06.–17.07.2099');
  });

  it('adds whole days, and names how many bookings are in them', async () => {
    const one = { bookingId: 'b', start: '2099-09-01T13:00:00Z' };
    const conflicting = noting();
    const addTimeOff = async (input: never) => ({ ...(await conflicting.addTimeOff(input)), conflicts: [one, one] });
    await open({ ...conflicting, addTimeOff } as never);
    await press('Add time off');
    await put('fromDate', '2099-09-01');
    await put('toDate', '2099-09-02');
    await put('reason', ' Away ');
    await press('Save');
    expect(saved).to.deep.equal([
      ['addTimeOff', { coach: 'me', start: '2099-09-01T04:00:00Z', end: '2099-09-03T04:00:00Z', reason: 'Away' }],
    ]);
    expect(text()).to.contain('Sep 1 – 2, 2099');
    expect(toast().textContent).to.contain('Bookings in this time: 2.');
  });

  it('refuses an end before the start, and a missing day', async () => {
    await open(noting());
    await press('Add time off');
    await put('fromDate', '2099-09-02');
    await put('toDate', '2099-09-01');
    await press('Save');
    expect(text()).to.contain('The end has to be after the start.');
    await put('toDate', '');
    expect(text()).to.contain('Please fill this in.');
    expect(saved).to.deep.equal([]);
  });

  it('changes time off by adding the new one before the old one goes', async () => {
    await open(noting());
    await press('Change Aug 3, 2099, 9:00 AM – 12:30 PM');
    await put('toTime', '13:00');
    await press('Save');
    expect(saved).to.deep.equal([
      ['addTimeOff', { coach: 'me', start: '2099-08-03T13:00:00Z', end: '2099-08-03T17:00:00Z' }],
      ['removeTimeOff', { coach: 'me', id: absences[1]!.id }],
    ]);
  });

  it('removes time off, and puts it back', async () => {
    await open(noting());
    await press('Remove Jul 6 – 17, 2099');
    expect(text()).not.to.contain('Jul 6');
    await press('Undo', toast());
    expect(text()).to.contain('Jul 6 – 17, 2099');
    const { start, end, reason } = absences[0]!;
    expect(saved.at(-1)).to.deep.equal(['addTimeOff', { coach: 'me', start, end, reason }]);
  });

  it('offers another attempt for what could not be read', async () => {
    let isDown = true;
    const listTimeOff = async () => {
      if (isDown) throw new ConnectionError('OFFLINE', 'GET', '/v1');
      return [...absences];
    };
    await open(timeOffCalls({ listTimeOff } as never));
    expect(text()).to.contain('The server cannot be reached.');
    isDown = false;
    await press('Try again');
    expect(text()).to.contain('Jul 6 – 17, 2099');
  });

  it('says that there is no time off ahead', async () => {
    await open(timeOffCalls({}, []));
    expect(text()).to.contain('No time off ahead');
  });
});

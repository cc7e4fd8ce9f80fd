import { expect } from '@open-wc/testing';
import { ConflictError, ConnectionError, type User } from '@coach-booking/sdk';
import { waitUntil } from '../../../../elements/test/wait-until.ts';
import { account } from '../../../test/admin-stage.ts';
import { bookingListCalls, deskBooking, deskBookings, deskStaff, pageOf } from '../../../test/desk-list-stage.ts';
import { openListPage, plain, settle } from '../../../test/list-page-acts.ts';
import { failure } from '../../../test/page-acts.ts';
import type { StageLive } from '../../../test/today-stage.ts';
import type { BookingCalls } from './calls.ts';
import { DeskBookings } from './bookings-page.ts';
import { MOST_IN_FILE } from '../../files/read-for-file.ts';
import { defineBookings } from './elements.ts';

let calls: BookingCalls;
let saved: [string, string][];
let written: string[];
let search = '';
class TestBookings extends DeskBookings {
  static override calls = () => calls;
  static override save = (name: string, text: string) => void saved.push([name, text]);
  static override address = { read: () => search, write: (address: string) => void written.push(address) };
  static override rest = 0;
}
defineBookings(TestBookings);

let page: TestBookings;
async function open(change: Partial<Record<keyof BookingCalls, unknown>> = {}, user: User = account('coach'), at = '') {
  calls = bookingListCalls(change);
  saved = [];
  written = [];
  search = at;
  document.querySelector('coach-toasts')?.remove();
  page = await openListPage<TestBookings>('coach-desk-bookings', { user });
}
const root = () => page.shadowRoot!;
const rows = () => [...root().querySelectorAll<HTMLButtonElement>('.press > button')];
const panel = () => root().querySelector('coach-desk-booking')?.shadowRoot ?? null;
const buttonIn = (within: ParentNode, text: string) =>
  [...within.querySelectorAll<HTMLElement>('button, a')].find((one) => plain(one.textContent) === text);
const toast = () => plain(document.querySelector('coach-toasts')?.shadowRoot?.textContent);

/** Returns a call that records its inputs. */
const recorded = (answer: (input: Record<string, unknown>) => unknown) => {
  const asked: Record<string, unknown>[] = [];
  return { asked, call: async (input: Record<string, unknown>) => (asked.push(input), answer(input)) };
};

describe('the list of bookings', () => {
  for (const [state, reach] of Object.entries({
    'with bookings': () => open(),
    'with filters': () => open({}, account('coach'), '?tab=past&status=no_show&from=2028-04-09&to=2028-04-01'),
    'without any': () => open({ listCoachBookings: async () => pageOf([]) }),
    'that cannot be read': () =>
      open({ listCoachBookings: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) }),
    'beside one of them': async () => {
      await open();
      rows()[0]!.click();
      await settle();
    },
    'beside one that is being cancelled': async () => {
      await open();
      rows()[0]!.click();
      await settle();
      buttonIn(panel()!, 'Cancel the booking')!.click();
      await settle();
    },
  }))
    it(`passes the accessibility check: ${state}`, async () => {
      await reach();
      await expect(page).to.be.accessible();
    });

  it('shows who comes when to what, and how many there are', async () => {
    const { asked, call } = recorded(() => pageOf(deskBookings, { total: 30, nextCursor: 'next' }));
    await open({ listCoachBookings: call });
    expect(asked).to.deep.equal([
      { coach: 'me', status: 'scheduled,confirmed,in_progress', when: 'upcoming', limit: 50 },
    ]);
    expect(plain(rows()[0]!.textContent)).to.equal(
      'Tue, Apr 11, 2028 9:00 – 10:00 AM Ana Diaz Strength session Jane Smith · €75.00 Scheduled',
    );
    expect(plain(root().querySelector('.foot')!.textContent)).to.equal('Shown: 3 of 30 Show more');
    buttonIn(root(), 'Show more')!.click();
    await settle();
    expect(asked[1]).to.include({ cursor: 'next' });
    expect(rows()).to.have.length(6);
  });

  it('asks for each part of the list, and has it and the filters in the address, but no name', async () => {
    const { asked, call } = recorded(() => pageOf(deskBookings));
    await open({ listCoachBookings: call });
    for (const tab of ['past', 'requests', 'timeless', 'called_off'])
      root().querySelector<HTMLInputElement>(`[value=${tab}]`)!.click();
    await settle();
    const parts = asked.slice(1).map(({ coach: _, limit: __, ...rest }) => rest);
    expect(parts).to.deep.equal([
      { status: 'completed,no_show,scheduled,confirmed,in_progress', when: 'past', order: 'desc' },
      { status: 'pending' },
      { status: 'scheduled,confirmed', timeless: 'true' },
      { status: 'cancelled', order: 'desc' },
    ]);
    const source = root().querySelector<HTMLInputElement>('#source')!;
    source.value = 'newsletter';
    source.dispatchEvent(new Event('change'));
    const query = root().querySelector<HTMLInputElement>('#query')!;
    query.value = 'ana';
    query.dispatchEvent(new Event('input'));
    await settle();
    expect(asked.at(-1)).to.include({ q: 'ana', source: 'newsletter' });
    expect(written.at(-1)).to.equal('/desk/bookings?tab=called_off&source=newsletter');
  });

  it('opens with the filters of its address, and shows dates in the wrong order as such', async () => {
    const { asked, call } = recorded(() => pageOf([]));
    await open({ listCoachBookings: call }, account('coach'), '?tab=past&status=no_show&from=2028-04-01');
    expect(asked[0]).to.include({ status: 'no_show', when: 'past', from: '2028-04-01' });
    expect(plain(root().querySelector('.empty')!.textContent)).to.contain('Nothing found');
    const to = root().querySelector<HTMLInputElement>('#to')!;
    to.value = '2028-03-01';
    to.dispatchEvent(new Event('change'));
    await settle();
    expect(asked).to.have.length(1);
    expect(root().querySelector('.error')!.textContent).to.contain('after the last');
    buttonIn(root(), 'Reset the filters')!.click();
    await settle();
    expect(asked).to.have.length(2);
  });

  it('shows members of the team their own sessions first', async () => {
    const { asked, call } = recorded(() => pageOf(deskBookings));
    await open({ listCoachBookings: call }, account('staff', { staffId: deskStaff[1]!.id }));
    expect(asked[0]).to.include({ staffId: deskStaff[1]!.id });
    expect(plain(root().querySelector('#staff')!.textContent)).to.contain('Omar Haddad (you)');
  });

  it('is walked through by the keyboard', async () => {
    await open();
    rows()[0]!.focus();
    const press = (key: string) =>
      root().activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('j');
    press('ArrowDown');
    expect(root().activeElement).to.equal(rows()[2]);
    press('k');
    expect(root().activeElement).to.equal(rows()[1]);
  });

  it('shows a booking whole, and its messages when they are asked for', async () => {
    await open();
    rows()[0]!.click();
    await settle();
    const text = plain(panel()!.textContent);
    for (const part of [
      'Slipped disc L4',
      'Harbour Gym',
      'newsletter',
      'by the client',
      'Reason: Dentist',
      'left knee',
    ])
      expect(text).to.contain(part);
    panel()!.querySelector('details')!.open = true;
    await settle();
    expect(plain(panel()!.querySelector('details')!.textContent)).to.contain(
      'Not sent: it would have come in the quiet',
    );
  });

  it('R46 sends a message again that did not arrive, and then shows that', async () => {
    const again = recorded(() => ({}));
    const [sent, skipped] = await bookingListCalls().listBookingMessages({ id: '1' });
    const after = { ...skipped!, id: 'm2:again:1', again: 1, state: 'due' as const };
    let isAgain = false;
    await open({
      sendMessageAgain: (input: Record<string, unknown>) => ((isAgain = true), again.call(input)),
      listBookingMessages: async () => (isAgain ? [sent, skipped, after] : [sent, skipped]),
    });
    rows()[0]!.click();
    await settle();
    const messages = () => panel()!.querySelector('details')!;
    messages().open = true;
    await waitUntil(() => buttonIn(messages(), 'Send again'), 'the messages come');
    expect(buttonIn(messages(), 'Send again')!.getAttribute('aria-label')).to.contain('Reminder');
    await expect(page).to.be.accessible();
    buttonIn(messages(), 'Send again')!.click();
    await waitUntil(() => toast().includes('It is being sent again'), 'it is sent');
    expect(again.asked).to.deep.equal([{ id: deskBookings[0]!.id, messageId: 'm2' }]);
    await waitUntil(() => !buttonIn(messages(), 'Send again'), 'it is due');
    expect(panel()!.activeElement!.localName).to.equal('summary');
  });

  it('says that a request has expired, and that a new time was offered', async () => {
    const ended = { status: 'cancelled' as const, cancelledAt: '2028-04-02T09:00:00Z' };
    const expired = deskBooking(8, { ...ended, cancelledBy: 'system', cancellationReason: 'expired' });
    const offered = deskBooking(9, { ...ended, cancelledBy: 'coach', rescheduleOffered: true });
    await open({ listCoachBookings: async () => pageOf([expired, offered]) });
    const history = () => plain(panel()!.querySelector('[aria-labelledby=history]')!.textContent);
    rows()[0]!.click();
    await waitUntil(() => panel()?.querySelector('dialog'), 'it opens');
    expect(history()).to.contain('Expired: not confirmed in time').and.not.contain('Reason');
    await open({ listCoachBookings: async () => pageOf([offered]) });
    rows()[0]!.click();
    await waitUntil(() => panel()?.querySelector('dialog'), 'it opens');
    expect(history()).to.contain('by the coach').and.contain('A new time was offered.');
  });

  it('follows the calendar: the list and the booking that is open are shown as they are', async () => {
    let listed = deskBookings;
    let reads = 0;
    await open({ listCoachBookings: async () => ((reads += 1), pageOf(listed)) });
    rows()[0]!.click();
    await waitUntil(() => panel()?.querySelector('dialog'), 'it opens');
    const first = deskBookings[0]!;
    listed = [deskBooking(7), { ...first, version: first.version + 1, serviceTitle: 'Another session' }];
    (page.live as StageLive).tell({ type: 'changed', id: '2', kind: 'preferences', dates: [] });
    expect(reads).to.equal(1);
    (page.live as StageLive).tell();
    await waitUntil(() => rows().length === 2, 'the list is read anew');
    await waitUntil(() => plain(panel()!.textContent).includes('Another session'), 'the booking is read anew');
    (page.live as StageLive).tell({ type: 'reset', id: '' });
    await waitUntil(() => reads === 3, 'it is read again');
  });

  it('keeps the list when it cannot be read anew', async () => {
    let isAway = false;
    await open({
      listCoachBookings: async () => {
        if (isAway) throw new ConnectionError('OFFLINE', 'GET', '/v1');
        return pageOf(deskBookings);
      },
    });
    isAway = true;
    (page.live as StageLive).tell();
    await settle();
    expect(rows()).to.have.length(deskBookings.length);
    expect(root().querySelector('.problem')).to.equal(null);
  });

  it('shows answers about health from the booking itself, and of a list what it has', async () => {
    await open({ getBooking: () => Promise.reject(new ConnectionError('OFFLINE', 'GET', '/v1')) });
    rows()[0]!.click();
    await settle();
    const answers = () => plain(panel()!.querySelector('[aria-labelledby=answers]')!.textContent);
    expect(answers()).to.contain('Any injuries?Not shown here').and.contain('MondayFriday');
    await open();
    rows()[0]!.click();
    await settle();
    expect(answers()).to.contain('Any injuries?Slipped disc L4').and.contain('Consent given on Sat, Apr 1, 2028');
    expect(panel()!.querySelector('.careful')!.textContent).to.contain('Slipped');
  });

  it('confirms a booking, shows it as it is then, and takes it back by the toast', async () => {
    let now = deskBookings[0]!;
    const confirm = recorded(
      () => (now = { ...now, status: 'confirmed', version: 2, actions: ['start', 'undo', 'cancel'] }),
    );
    const undo = recorded(() => (now = { ...deskBookings[0]!, version: 3 }));
    await open({
      listCoachBookings: async () => pageOf([now]),
      confirmBooking: confirm.call,
      undoBooking: undo.call,
    });
    rows()[0]!.click();
    await settle();
    buttonIn(panel()!, 'Confirm')!.click();
    await settle();
    expect(confirm.asked).to.deep.equal([{ id: now.id, version: 1 }]);
    expect(plain(panel()!.querySelector('.chip')!.textContent)).to.equal('Confirmed');
    expect(toast()).to.contain('Confirmed.');
    buttonIn(document.querySelector('coach-toasts')!.shadowRoot!, 'Undo')!.click();
    await settle();
    expect(undo.asked).to.deep.equal([{ id: now.id, version: 2 }]);
    expect(plain(rows()[0]!.textContent)).to.contain('Scheduled');
  });

  it('cancels with a reason, and not without being asked', async () => {
    const cancel = recorded(() => ({}));
    await open({ cancelBooking: cancel.call });
    rows()[0]!.click();
    await settle();
    buttonIn(panel()!, 'Cancel the booking')!.click();
    await settle();
    panel()!.querySelector<HTMLTextAreaElement>('#reason')!.value = 'I am ill';
    panel()!.querySelector('form')!.requestSubmit();
    await settle();
    expect(cancel.asked).to.deep.equal([{ id: deskBookings[0]!.id, version: 1, notify: true, reason: 'I am ill' }]);
  });

  it('shows a booking that changed in the meantime as it is now', async () => {
    const stale = new ConflictError({ ...failure(409, 'VERSION_CONFLICT') });
    await open({ confirmBooking: () => Promise.reject(stale) });
    rows()[0]!.click();
    await settle();
    buttonIn(panel()!, 'Confirm')!.click();
    await settle();
    expect(plain(panel()!.querySelector('.problem')!.textContent)).to.contain('the booking changed');
  });

  it('writes all pages of what the filters show into a file, without formulas, and up to a limit', async () => {
    const odd = deskBooking(9, { attendee: { kind: 'lead', id: 'x', name: '=HYPERLINK("x")' }, status: 'no_show' });
    await open({
      listCoachBookings: async ({ cursor }: { cursor?: string }) =>
        cursor ? pageOf([odd]) : pageOf(deskBookings, { nextCursor: 'two' }),
    });
    buttonIn(root(), 'Download as CSV')!.click();
    await settle();
    const [[name, text]] = saved as [[string, string]];
    const lines = text.trim().split('\r\n');
    expect([name, lines.length]).to.deep.equal(['bookings-coach-a-upcoming.csv', 5]);
    expect(lines[1]).to.contain("2028-04-11,09:00,10:00,Scheduled,Ana Diaz,ana@example.com,'+12125550100");
    expect(lines[4]).to.contain(`"'=HYPERLINK(""x"")"`);
    expect(toast()).to.contain('Bookings in the file: 4');

    const many = Array.from({ length: 100 }, (_, n) => deskBooking(n));
    await open({ listCoachBookings: async () => pageOf(many, { nextCursor: 'more' }) });
    buttonIn(root(), 'Download as CSV')!.click();
    await settle();
    expect(saved[0]![1].trim().split('\r\n')).to.have.length(MOST_IN_FILE + 1);
    expect(toast()).to.contain('the first 2,000 bookings alone');
  });

  it('tries again what could not be read', async () => {
    let isAway = true;
    await open({
      listCoachBookings: async () => {
        if (isAway) throw new ConnectionError('OFFLINE', 'GET', '/v1');
        return pageOf(deskBookings);
      },
    });
    expect(plain(root().querySelector('[role=alert]')!.textContent)).to.contain('cannot be reached');
    isAway = false;
    buttonIn(root(), 'Try again')!.click();
    await settle();
    expect(rows()).to.have.length(3);
  });
});

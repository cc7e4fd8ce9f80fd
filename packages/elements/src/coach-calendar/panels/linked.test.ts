import { expect } from '@open-wc/testing';
import { calendarProblem, calendarState, calendarStates, fakeCalendarFlow } from '../../../test/calendar-states.ts';
import { bookingOf, find, findAll, mountCalendar } from '../../../test/mount-calendar.ts';
import { waitUntil } from '../../../test/wait-until.ts';
import type { CoachCalendar } from '../coach-calendar.ts';

const { each } = calendarStates;
const [first, second] = each.bookings;

/** Records what is opened and closed. */
function recorded(element: CoachCalendar): string[] {
  const events: string[] = [];
  for (const what of ['opened', 'closed'] as const)
    element.addEventListener(`coach-booking-${what}`, ({ detail }) => events.push(`${what} ${detail.id}`));
  return events;
}
const dialog = (element: CoachCalendar) => element.shadowRoot!.querySelector('dialog');
const shows = (element: CoachCalendar, name: string) =>
  waitUntil(() => dialog(element)?.textContent.includes(name), `${name} is shown`);
const closes = (element: CoachCalendar) => waitUntil(() => !dialog(element), 'nothing is open');

describe('the open booking', () => {
  it('is accessible when the page around has opened it', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each), { booking: first!.id });
    await shows(element, first!.attendee.name);
    await expect(element).to.be.accessible();
  });

  it('is that of the attribute, and of what is pressed', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    const events = recorded(element);
    element.booking = first!.id;
    await shows(element, first!.attendee.name);
    element.booking = second!.id;
    await shows(element, second!.attendee.name);
    element.booking = null;
    await closes(element);
    const block = bookingOf(element, second!.attendee.name);
    block.click();
    await shows(element, second!.attendee.name);
    expect(element.booking).to.equal(second!.id);
    expect(events).to.deep.equal([
      `opened ${first!.id}`,
      `closed ${first!.id}`,
      `opened ${second!.id}`,
      `closed ${second!.id}`,
      `opened ${second!.id}`,
    ]);
  });

  it('is read where it is not on the screen, and its day is shown', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    const other = { ...first!, id: 'f'.repeat(24), start: '2028-06-01T15:00:00Z', end: '2028-06-01T16:00:00Z' };
    element.booking = other.id;
    await waitUntil(() => flow.asked('findBooking').length === 1);
    const [id, found] = flow.asked('findBooking')[0] as [string, (booking: typeof other) => void];
    expect(id).to.equal(other.id);
    flow.set({ complete: false, loading: true });
    found(other);
    await waitUntil(() => flow.asked('goTo').length === 1);
    expect(flow.asked('goTo')).to.deep.equal([['2028-06-01']]);
    await element.updateComplete;
    expect(dialog(element)).to.equal(null);
    flow.set({
      complete: true,
      loading: false,
      bookings: [{ ...other, attendee: { ...other.attendee, name: 'Zoe' } }],
    });
    await shows(element, 'Zoe');
    expect(flow.asked('findBooking')).to.have.length(1);
  });

  it('is explained where it is gone, and is no longer asked for', async () => {
    const flow = fakeCalendarFlow(each);
    const element = await mountCalendar(flow);
    const events = recorded(element);
    element.booking = 'f'.repeat(24);
    await waitUntil(() => flow.asked('findBooking').length === 1);
    flow.set({ problem: calendarProblem('stale', { code: 'BOOKING_NOT_FOUND', intent: 'findBooking' }) });
    await waitUntil(() => element.booking === null, 'it is forgotten');
    await element.updateComplete;
    expect(find(element, '.notices').textContent).to.contain('This booking is gone');
    expect(findAll(element, '.notices button').map((one) => one.textContent.trim())).not.to.include('Reload');
    expect(events).to.deep.equal([`closed ${'f'.repeat(24)}`]);
    await expect(element).to.be.accessible();
  });

  it('M12 stays open where something is typed, until that is answered', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each), { booking: first!.id });
    await shows(element, first!.attendee.name);
    const events = recorded(element);
    findAll(element, 'dialog button')
      .find((one) => one.textContent.trim() === 'Edit')!
      .click();
    await waitUntil(() => element.shadowRoot!.querySelector('dialog textarea'));
    const notes = find<HTMLTextAreaElement>(element, 'dialog textarea');
    notes.value = 'Left knee';
    notes.dispatchEvent(new Event('input', { bubbles: true }));
    await element.updateComplete;
    element.booking = null;
    await shows(element, 'Discard what you typed?');
    await waitUntil(() => element.booking === first!.id, 'the booking is named again');
    expect(events).to.deep.equal([`opened ${first!.id}`]);
  });
});

describe('a new booking that the page around begins', () => {
  it('has the service, the start and the person that are named by id', async () => {
    const flow = fakeCalendarFlow(each);
    const person = { kind: 'client' as const, id: 'a'.repeat(24), name: 'Ana Torres' };
    flow.findsPerson(person);
    const element = await mountCalendar(flow);
    element.newBooking = { clientId: person.id, serviceId: each.services[1]!.id, start: '2028-04-13T15:30:00Z' };
    await shows(element, 'Ana Torres');
    expect(flow.asked('findPerson')).to.deep.equal([[person.id]]);
    expect(find<HTMLSelectElement>(element, '#new-service').value).to.equal(each.services[1]!.id);
    expect(find<HTMLInputElement>(element, '#new-date').value).to.equal('2028-04-13');
    expect(element.newBooking).to.equal(undefined);
    find(element, 'dialog .panel').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true, composed: true }),
    );
    await closes(element);
  });

  it('explains that the person was not found, whose details can be typed', async () => {
    const flow = fakeCalendarFlow(calendarState());
    const element = await mountCalendar(flow);
    element.newBooking = { clientId: 'a'.repeat(24) };
    await shows(element, 'Known people could not be searched');
  });

  it('proposes the next start where none is named', async () => {
    const element = await mountCalendar(fakeCalendarFlow(each));
    element.newBooking = { start: 'soon' };
    await shows(element, 'New booking');
    expect(find<HTMLInputElement>(element, '#new-time').value).to.match(/^\d\d:\d\d$/);
  });
});

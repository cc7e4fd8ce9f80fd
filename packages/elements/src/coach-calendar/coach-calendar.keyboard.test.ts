import { expect } from '@open-wc/testing';
import { calendarState, calendarStates, fakeCalendarFlow, oneOfEach, wallAt } from '../../test/calendar-states.ts';
import { bookingOf, find, findAll, focused, mountCalendar, press } from '../../test/mount-calendar.ts';
import { waitUntil } from '../../test/wait-until.ts';

const { each, empty } = calendarStates;
const eva = oneOfEach[4]!;
const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' }, blocked: [] } as const;
const enter = async (state = each, attributes = {}) => {
  const flow = fakeCalendarFlow(state);
  const element = await mountCalendar(flow, attributes);
  find(element, '.scroller [tabindex="0"]').focus();
  await element.updateComplete;
  return { flow, element };
};
const label = (element: Parameters<typeof focused>[0]) => focused(element)?.getAttribute('aria-label');

describe('the keyboard on the week', () => {
  it('has one stop for Tab, at the opening of today', async () => {
    const { element } = await enter();
    expect(findAll(element, '.scroller [tabindex="0"]')).to.have.length(1);
    expect(label(element)).to.equal('Wednesday 12 April, 09:00, Free');
  });

  it('moves through times and bookings, and explains why a time cannot be booked', async () => {
    const { element } = await enter();
    await press(element, 'ArrowDown');
    expect(label(element)).to.equal('Wednesday 12 April, 09:30, Free');
    await press(element, 'ArrowDown');
    expect(label(element)).to.contain('Dmitri Ivanov');
    for (let i = 0; i < 3; i++) await press(element, 'ArrowDown');
    expect(label(element)).to.equal('Wednesday 12 April, 12:00, Break');
    expect(find(element, '.tip').textContent).to.equal('Not bookable: Break');
    await press(element, 'ArrowRight');
    expect(label(element)).to.contain('Thursday 13 April, 12:00');
  });

  it('turns the arrows in right-to-left text', async () => {
    const { element } = await enter(empty, { lang: 'ar' });
    await press(element, 'ArrowLeft');
    expect(focused(element)!.closest('.over')).to.exist;
    expect(label(element)).to.contain('13');
  });

  it('turns the week with the page keys', async () => {
    const { flow, element } = await enter();
    await press(element, 'PageDown');
    expect(flow.asked('goTo')).to.deep.equal([['2028-04-19']]);
  });

  it('opens a booking, and the focus comes back to it', async () => {
    const { element } = await enter();
    bookingOf(element, 'Eva Lindqvist').focus();
    await press(element, 'Enter');
    const dialog = find<HTMLDialogElement>(element, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(dialog.textContent).to.contain('Eva Lindqvist');
    dialog.close();
    await waitUntil(() => findAll(element, 'dialog').length === 0, 'the panel goes');
    expect(focused(element)).to.equal(bookingOf(element, 'Eva Lindqvist'));
  });

  it('books an empty time', async () => {
    const { element } = await enter();
    await press(element, 'Enter');
    expect(find(element, 'dialog').textContent).to.contain('New booking');
  });

  it('moves a booking by steps, and sends one request when the move is confirmed', async () => {
    const { flow, element } = await enter();
    bookingOf(element, 'Eva Lindqvist').focus();
    await press(element, 'ArrowDown', { altKey: true });
    await press(element, 'ArrowRight', { altKey: true });
    expect(find(element, '.ghost').textContent).to.contain('13:15 – 14:15');
    expect(find(element, '[role="status"]').textContent).to.contain('Thursday 13 April');
    expect(flow.asked('reschedule')).to.deep.equal([]);
    await press(element, 'Enter');
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-13', '13:15') }]]);
  });

  it('makes a booking longer', async () => {
    const { flow, element } = await enter();
    bookingOf(element, 'Eva Lindqvist').focus();
    await press(element, 'ArrowDown', { altKey: true, shiftKey: true });
    await press(element, 'ArrowDown', { altKey: true, shiftKey: true });
    await press(element, 'Enter');
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: eva.start, duration: 90 }]]);
  });

  it('cancels a move with Escape', async () => {
    const { flow, element } = await enter();
    bookingOf(element, 'Eva Lindqvist').focus();
    await press(element, 'ArrowDown', { altKey: true });
    await press(element, 'Escape');
    expect(findAll(element, '.ghost')).to.have.length(0);
    await press(element, 'ArrowDown');
    expect(flow.asked('reschedule')).to.deep.equal([]);
  });

  it('does not move a booking without the right to', async () => {
    const { element } = await enter();
    bookingOf(element, 'Ana Diaz').focus();
    await press(element, 'ArrowDown', { altKey: true });
    expect(findAll(element, '.ghost')).to.have.length(0);
  });

  it('confirms and cancels only bookings that allow it', async () => {
    const { flow, element } = await enter();
    bookingOf(element, 'Farah Nasser').focus();
    await press(element, 'c');
    bookingOf(element, 'Ana Diaz').focus();
    await press(element, 'c');
    expect(flow.asked('confirm')).to.deep.equal([[oneOfEach[5]!.id]]);
    bookingOf(element, 'Eva Lindqvist').focus();
    await press(element, 'Delete');
    expect(find(element, 'dialog').textContent).to.contain('Cancel this booking?');
  });

  it('draws a range and books it', async () => {
    const { element } = await enter(empty);
    await press(element, 'ArrowDown', { shiftKey: true });
    await press(element, 'ArrowDown', { shiftKey: true });
    expect(find(element, '.ghost').textContent!.trim()).to.equal('09:00 – 10:30');
    await press(element, 'o');
    expect(find(element, 'dialog').textContent).to.contain('Time off');
  });

  for (const [key, intent, given] of [
    ['m', 'showView', ['month']],
    ['w', 'showView', ['week']],
    ['d', 'showView', ['day']],
    ['t', 'goToToday', []],
    ['n', 'next', []],
    ['p', 'previous', []],
    ['u', 'undo', []],
  ] as const)
    it(`calls for ${key} the intent ${intent} ${given.join()}`, async () => {
      const { flow, element } = await enter();
      await press(element, key);
      expect(flow.asked(intent)).to.deep.equal([given]);
    });

  it('lists all keys under ?', async () => {
    const { element } = await enter();
    await press(element, '?');
    expect(find(element, 'dialog').textContent).to.contain('Keyboard shortcuts');
  });
});

describe('the keyboard on the month', () => {
  const state = calendarState({ ...month, bookings: oneOfEach });

  it('moves by days and weeks, into a day and back', async () => {
    const { flow, element } = await enter(state);
    expect(label(element)).to.equal('Wednesday 12 April, 2 bookings');
    await press(element, 'Enter');
    expect(label(element)).to.contain('Dmitri Ivanov');
    await press(element, 'ArrowDown');
    expect(label(element)).to.contain('Eva Lindqvist');
    await press(element, 'ArrowRight', { altKey: true });
    await press(element, 'Enter');
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-13', '13:00') }]]);
    await press(element, 'Escape');
    expect(label(element)).to.equal('Wednesday 12 April, 2 bookings');
    await press(element, 'ArrowDown');
    expect(label(element)).to.equal('Wednesday 19 April, 0 bookings');
    await press(element, 'Home');
    expect(label(element)).to.contain('Monday 17 April');
  });
});

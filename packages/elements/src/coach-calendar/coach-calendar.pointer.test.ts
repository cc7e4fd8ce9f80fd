import { expect } from '@open-wc/testing';
import { calendarState, calendarStates, fakeCalendarFlow, oneOfEach, wallAt } from '../../test/calendar-states.ts';
import { bookingOf, choose, find, findAll, mountCalendar, openTool, point, press } from '../../test/mount-calendar.ts';
import { waitUntil } from '../../test/wait-until.ts';

const { each, empty } = calendarStates;
const eva = oneOfEach[4]!;
const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' }, blocked: [] } as const;
type Element_ = Awaited<ReturnType<typeof mountCalendar>>;

/** Returns the position of a wall-clock time of a date on the screen. */
function spot(element: Element_, date: string, time: string): [number, number] {
  const column = find(element, `.column[data-date="${date}"]`).getBoundingClientRect();
  return [column.left + column.width / 2, column.top + +time.slice(0, 2) * 60 + +time.slice(3) - 360];
}
async function drag(
  element: Element_,
  from: [number, number],
  to: [number, number],
  options: PointerEventInit = {},
): Promise<void> {
  HTMLElement.prototype.setPointerCapture = () => {};
  await point(element, 'pointerdown', ...from, options);
  await point(element, 'pointermove', ...to, options);
  await point(element, 'pointermove', ...to, options);
}
const week = async (state = each, attributes = {}) => {
  const flow = fakeCalendarFlow(state);
  const element = await mountCalendar(flow, attributes);
  find(element, '.scroller').style.maxHeight = 'none';
  scrollTo(0, 260);
  return { flow, element };
};

describe('the pointer on the week', () => {
  it('opens a booking with a click, and books empty time', async () => {
    const { element } = await week();
    bookingOf(element, 'Eva Lindqvist').click();
    await element.updateComplete;
    expect(find(element, 'dialog').textContent).to.contain('Eva Lindqvist');
    find<HTMLDialogElement>(element, 'dialog').close();
    await waitUntil(() => findAll(element, 'dialog').length === 0, 'the panel goes');
    await point(element, 'click', ...spot(element, '2028-04-13', '14:10'));
    expect(find(element, 'dialog').textContent).to.contain('New booking');
  });

  it('moves a booking to another day and time, on the grid', async () => {
    const { flow, element } = await week();
    const to = spot(element, '2028-04-13', '14:17');
    await drag(element, spot(element, '2028-04-12', '13:10'), to);
    expect(find(element, '.ghost').textContent).to.contain('14:00 – 15:00');
    expect(bookingOf(element, 'Eva Lindqvist').classList.contains('held')).to.equal(true);
    await point(element, 'pointerup', ...to);
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-13', '14:00') }]]);
    await point(element, 'click', ...to);
    expect(findAll(element, 'dialog')).to.have.length(0);
  });

  it('writes to no other booking while one is dragged, and releases it at the end', async () => {
    const { element } = await week();
    const written = new Set<string>();
    const blocks = findAll(element, '.block');
    expect(blocks.length).to.be.greaterThan(5);
    const observer = new MutationObserver((records) =>
      records.forEach(({ target }) => written.add((target as Element).getAttribute('aria-label')!)),
    );
    blocks.forEach((block) => observer.observe(block, { attributes: true }));
    const to = spot(element, '2028-04-13', '14:17');
    await drag(element, spot(element, '2028-04-12', '13:10'), to);
    await waitUntil(() => written.size > 0, 'the booking is marked');
    await point(element, 'pointercancel', ...to);
    await waitUntil(() => findAll(element, '.block.held').length === 0, 'the booking is released');
    observer.disconnect();
    expect([...written]).to.have.length(1);
    expect([...written][0]).to.contain('Eva Lindqvist');
  });

  it('M3 returns a booking to its place when the pointer is released outside the grid', async () => {
    const { flow, element } = await week();
    const { left, bottom } = find(element, '.scroller').getBoundingClientRect();
    await drag(element, spot(element, '2028-04-12', '13:10'), spot(element, '2028-04-13', '14:17'));
    // The grid has captured the pointer, so it receives this event wherever the pointer is.
    const outside = { clientX: left + 40, clientY: bottom + 30, pointerId: 1 };
    find(element, '.body').dispatchEvent(new PointerEvent('pointerup', outside));
    await element.updateComplete;
    expect(flow.asked('reschedule')).to.deep.equal([]);
    expect(findAll(element, '.ghost')).to.have.length(0);
  });

  it('M5 snaps to the coach’s grid before the hours were first opened', async () => {
    const { flow, element } = await week({ ...each, slotInterval: 30 });
    const to = spot(element, '2028-04-13', '14:22');
    await drag(element, spot(element, '2028-04-12', '13:10'), to);
    await point(element, 'pointerup', ...to);
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-13', '14:00') }]]);
  });

  it('makes a booking longer by its lower edge', async () => {
    const { flow, element } = await week();
    const to = spot(element, '2028-04-12', '14:27');
    await drag(element, spot(element, '2028-04-12', '13:57'), to);
    await point(element, 'pointerup', ...to);
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: eva.start, duration: 90 }]]);
  });

  it('leaves a booking in place when Escape is pressed', async () => {
    const { flow, element } = await week();
    bookingOf(element, 'Eva Lindqvist').focus();
    const to = spot(element, '2028-04-13', '14:10');
    await drag(element, spot(element, '2028-04-12', '13:10'), to);
    await press(element, 'Escape');
    await point(element, 'pointerup', ...to);
    expect(flow.asked('reschedule')).to.deep.equal([]);
    expect(findAll(element, '.ghost')).to.have.length(0);
  });

  it('does not start to drag a booking that may not be moved', async () => {
    const { element } = await week();
    await drag(element, spot(element, '2028-04-10', '09:10'), spot(element, '2028-04-11', '09:10'));
    expect(findAll(element, '.ghost')).to.have.length(0);
  });

  it('draws a range for a booking, and with Shift or the tool for time off', async () => {
    const { element } = await week(empty);
    const [from, to] = [spot(element, '2028-04-13', '14:00'), spot(element, '2028-04-13', '15:25')];
    await drag(element, from, to);
    expect(find(element, '.ghost.book').textContent!.trim()).to.equal('14:00 – 15:30');
    await point(element, 'pointerup', ...to);
    expect(find(element, 'dialog').textContent).to.contain('New booking');
    find<HTMLDialogElement>(element, 'dialog').close();
    await waitUntil(() => findAll(element, 'dialog').length === 0, 'the panel goes');
    await drag(element, from, spot(element, '2028-04-14', '10:00'), { shiftKey: true });
    expect(findAll(element, '.ghost.off')).to.have.length(2);
    await point(element, 'pointercancel', ...to);
    expect(findAll(element, '.ghost')).to.have.length(0);
    await openTool(element, 'menu');
    await choose(element, 'Draw time off');
    await drag(element, from, to);
    expect(findAll(element, '.ghost.off')).to.have.length(1);
  });

  it('scrolls with a finger, and drags only after a long press', async () => {
    const { element } = await week();
    await drag(element, spot(element, '2028-04-12', '13:10'), spot(element, '2028-04-13', '14:10'), {
      pointerType: 'touch',
    });
    expect(findAll(element, '.ghost')).to.have.length(0);
  });

  it('explains why empty time cannot be booked', async () => {
    const { element } = await week();
    await point(element, 'pointermove', ...spot(element, '2028-04-13', '12:20'));
    expect(find(element, '.tip').textContent).to.equal('Not bookable: Break');
    await point(element, 'pointermove', ...spot(element, '2028-04-13', '14:20'));
    expect(findAll(element, '.tip')).to.have.length(0);
  });

  it('finds the days from right to left too', async () => {
    const { flow, element } = await week(each, { lang: 'ar' });
    const to = spot(element, '2028-04-13', '14:10');
    await drag(element, spot(element, '2028-04-12', '13:10'), to);
    await point(element, 'pointerup', ...to);
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-13', '14:00') }]]);
  });
});

describe('the pointer on the month', () => {
  it('moves a booking to another day at its own time', async () => {
    const { flow, element } = await week(calendarState({ ...month, bookings: oneOfEach }));
    const middle = (node: Element): [number, number] => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    };
    const to = middle(find(element, '.cell[data-date="2028-04-13"]'));
    await drag(element, middle(bookingOf(element, 'Eva Lindqvist')), to);
    expect(findAll(element, '.target').map(({ dataset }) => dataset['date'])).to.deep.equal(['2028-04-13']);
    await point(element, 'pointerup', ...to);
    expect(flow.asked('reschedule')).to.deep.equal([[eva.id, { start: wallAt('2028-04-13', '13:00') }]]);
  });
});

import { expect } from '@open-wc/testing';
import { calendarStates, oneOfEach } from '../../../../test/calendar-states.ts';
import { framedCalendar } from '../../../../test/framed-calendar.ts';
import { framedStage } from '../../../../test/framed-stage.ts';
import { bookingOf, find, findAll, focused, point, press } from '../../../../test/mount-calendar.ts';
import { waitUntil } from '../../../../test/wait-until.ts';
import type { CoachCalendar } from '../../coach-calendar.ts';

const { each } = calendarStates;
const eva = oneOfEach[4]!;
const isGone = (element: CoachCalendar) => waitUntil(() => findAll(element, 'dialog').length === 0, 'the panel goes');

let remove = () => {};
afterEach(() => remove());

/** Returns the calendar of a window of 1280 × 900 pixels, with the popover of a booking. */
async function open(attributes = {}) {
  const framed = await framedCalendar([1280, 900], each, attributes);
  const { element } = framed;
  remove = framed.remove;
  bookingOf(element, 'Eva Lindqvist').focus();
  await press(element, 'Enter');
  return { ...framed, box: find(element, 'dialog').getBoundingClientRect() };
}
const type = async (element: CoachCalendar) => {
  findAll(element, '.notes button')[0]!.click();
  await element.updateComplete;
  const notes = find<HTMLTextAreaElement>(element, '#booking-notes');
  notes.value = 'Left knee';
  notes.dispatchEvent(new Event('input'));
};

describe('the popover of a booking', () => {
  it('stands beside its booking, whole in the window, and leaves the week readable', async () => {
    const { element, page, box } = await open();
    const block = bookingOf(element, 'Eva Lindqvist').getBoundingClientRect();
    expect(box.left).to.be.closeTo(block.right + 8, 2);
    expect([box.top >= 0, box.bottom <= page.innerHeight, box.right <= page.innerWidth]).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(find(element, 'dialog').matches(':modal')).to.equal(false);
  });

  it('stands on the other side from right to left', async () => {
    const { element, box } = await open({ lang: 'ar' });
    const block = bookingOf(element, 'Eva Lindqvist').getBoundingClientRect();
    expect(box.right).to.be.closeTo(block.left - 8, 2);
  });

  it('takes the focus, and Escape returns it to the booking', async () => {
    const { element } = await open();
    expect(focused(element)!.closest('dialog')).to.exist;
    await press(element, 'Escape');
    await isGone(element);
    expect(focused(element)).to.equal(bookingOf(element, 'Eva Lindqvist'));
  });

  it('closes on Escape outside of it', async () => {
    const { element, page } = await open();
    page.document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await isGone(element);
  });

  it('closes on a press on an empty time, which books nothing', async () => {
    const { element } = await open();
    const { right, top } = find(element, '.scroller').getBoundingClientRect();
    const at = [right - 60, top + 300] as const;
    await point(element, 'pointerdown', ...at);
    await isGone(element);
    await point(element, 'pointerup', ...at);
    await point(element, 'click', ...at);
    expect(findAll(element, 'dialog')).to.have.length(0);
  });

  it('gives way to another booking that is pressed', async () => {
    const { element } = await open();
    const other = bookingOf(element, 'Grace Kim');
    other.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, isPrimary: true }));
    await element.updateComplete;
    other.click();
    await element.updateComplete;
    expect(find(element, '#panel-title').textContent).to.equal('Grace Kim');
  });

  it('M12 asks before a press outside discards typed notes', async () => {
    const { element } = await open();
    await type(element);
    const other = bookingOf(element, 'Grace Kim');
    other.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, isPrimary: true }));
    other.click();
    await waitUntil(() => findAll(element, '[role=alertdialog]').length === 1, 'it asks');
    find(element, '[role=alertdialog] .go').click();
    await element.updateComplete;
    expect(find<HTMLTextAreaElement>(element, '#booking-notes').value).to.equal('Left knee');
  });

  it('keeps its place and its height while a step is open', async () => {
    const { element, box } = await open();
    find(element, '.action-reschedule, [part~="action-reschedule"]').click();
    await waitUntil(() => findAll(element, '#move-date').length === 1, 'the form comes');
    const now = find(element, 'dialog').getBoundingClientRect();
    expect([now.top, now.left]).to.deep.equal([box.top, box.left]);
    expect(now.height).to.be.at.least(box.height - 1);
  });

  it('shows the result of an act without moving the grid, and undoes it', async () => {
    const { element, flow, page } = await open();
    const { top } = find(element, '.scroller').getBoundingClientRect();
    flow.set({ done: { intent: 'confirm', bookingId: eva.id, undoable: true } });
    await waitUntil(() => findAll(element, '.toast').length === 1, 'the message comes');
    expect(find(element, '.scroller').getBoundingClientRect().top).to.equal(top);
    const toast = find(element, '.toast').getBoundingClientRect();
    expect([toast.left < 40, toast.bottom > page.innerHeight - 40]).to.deep.equal([true, true]);
    find(element, '.toast [part~="undo"]').click();
    expect(flow.asked('undo')).to.have.length(1);
  });
});

describe('the panels of a narrow window', () => {
  for (const [title, width, left] of [
    ['covers a phone', 390, 0],
    ['is a sheet at the side of a tablet, from the top to the bottom', 800, 320],
  ] as const)
    it(title, async () => {
      const { stage, remove } = await framedStage([width, 700], { kind: 'booking', id: eva.id }, each);
      const dialog = find(stage as unknown as CoachCalendar, 'dialog');
      const box = dialog.getBoundingClientRect();
      expect([box.left, box.top, box.right, box.height]).to.deep.equal([left, 0, width, 700]);
      expect(dialog.matches(':modal')).to.equal(true);
      remove();
    });
});

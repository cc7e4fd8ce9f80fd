import { expect } from '@open-wc/testing';
import { calendarState, calendarStates, fakeCalendarFlow, waiting, wallAt } from '../../../../test/calendar-states.ts';
import { find, findAll, focused, mountCalendar, press } from '../../../../test/mount-calendar.ts';
import { waitUntil } from '../../../../test/wait-until.ts';

const [farah] = waiting.bookings;
const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' }, blocked: [] } as const;
type Element_ = Awaited<ReturnType<typeof mountCalendar>>;

const mounted = async (state = calendarStates.waiting, attributes = {}, width = 1100) => {
  const flow = fakeCalendarFlow(state);
  const element = await mountCalendar(flow, attributes, width);
  for (const scroller of findAll(element, '.scroller')) scroller.style.maxHeight = 'none';
  scrollTo(0, 260);
  HTMLElement.prototype.setPointerCapture = () => {};
  return { flow, element };
};

/** Dispatches what the pointer does while it drags an item of the tray. */
const act = async (element: Element_, type: string, [clientX, clientY]: [number, number], more = {}) => {
  const options = {
    bubbles: true,
    composed: true,
    isPrimary: true,
    button: 0,
    pointerId: 1,
    clientX,
    clientY,
    ...more,
  };
  find(element, '.waiting').dispatchEvent(new PointerEvent(type, options));
  await element.updateComplete;
};
const middle = (one: HTMLElement): [number, number] => {
  const { left, top, width, height } = one.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};
/** Returns the position of a wall-clock time of a date on the screen. */
const spot = (element: Element_, date: string, hour: number): [number, number] => {
  const column = find(element, `.column[data-date="${date}"]`).getBoundingClientRect();
  return [column.left + column.width / 2, column.top + hour * 60 - 360];
};

describe('bookings that wait for a time (api 4)', () => {
  it('draws waiting bookings over the grid with their number, and nothing when there are none', async () => {
    const { element } = await mounted();
    expect(find(element, '.tray').textContent.replace(/\s+/g, ' ')).to.contain('To be scheduled (2)');
    expect(findAll(element, '.waiting')[0]!.textContent).to.contain('Farah Haddad').and.contain('Place 3');
    const { element: without } = await mounted(calendarStates.each);
    expect(findAll(without, '.tray')).to.have.length(0);
  });

  it('drags a booking to a time, which is shown before it is dropped', async () => {
    const { flow, element } = await mounted();
    const to = spot(element, '2028-04-13', 14);
    await act(element, 'pointerdown', middle(find(element, '.waiting')));
    await act(element, 'pointermove', to);
    await act(element, 'pointermove', to);
    expect(find(element, '.ghost').textContent).to.contain('Farah Haddad').and.contain('14:00 – 15:00');
    await act(element, 'pointerup', to);
    expect(flow.asked('reschedule')).to.deep.equal([[farah!.id, { start: wallAt('2028-04-13', '14:00') }]]);
    find(element, '.waiting').click();
    await element.updateComplete;
    expect(findAll(element, 'dialog')).to.have.length(0);
  });

  it('keeps a booking in the tray that is dropped outside the grid, or when Escape is pressed', async () => {
    const { flow, element } = await mounted();
    const [from, to] = [middle(find(element, '.waiting')), spot(element, '2028-04-13', 14)];
    for (const giveUp of [
      () => act(element, 'pointerup', from),
      async () => {
        find(element, '.waiting').focus();
        await press(element, 'Escape');
        await act(element, 'pointerup', to);
      },
    ]) {
      await act(element, 'pointerdown', from);
      await act(element, 'pointermove', to);
      expect(findAll(element, '.ghost')).to.have.length(1);
      await giveUp();
      expect(findAll(element, '.ghost')).to.have.length(0);
    }
    expect(flow.asked('reschedule')).to.deep.equal([]);
  });

  it('drags a booking to a day of the month, at the hour at which it begins', async () => {
    const { flow, element } = await mounted(calendarState({ ...month, toSchedule: waiting }));
    const to = middle(find(element, '[data-date="2028-04-20"]'));
    await act(element, 'pointerdown', middle(find(element, '.waiting')));
    await act(element, 'pointermove', to);
    await act(element, 'pointermove', to);
    await act(element, 'pointerup', to);
    const [[id, input]] = flow.asked('reschedule') as [[string, { start: string }]];
    expect([id, input.start.slice(0, 10)]).to.deep.equal([farah!.id, '2028-04-20']);
  });

  it('gives a booking a time by the keyboard: a press opens the form, which moves it', async () => {
    const { flow, element } = await mounted();
    find(element, '.waiting').focus();
    find(element, '.waiting').click();
    await waitUntil(() => findAll(element, 'dialog[open]').length === 1, 'the form comes');
    expect(find(element, '#panel-title').textContent).to.equal('Choose a time');
    const type = async (id: string, value: string) => {
      const field = find<HTMLInputElement>(element, `#${id}`);
      field.value = value;
      field.dispatchEvent(new Event('input'));
      await element.updateComplete;
    };
    await type('move-date', '2028-04-20');
    await type('move-time', '10:30');
    find<HTMLFormElement>(element, 'dialog form').requestSubmit();
    await element.updateComplete;
    expect(flow.asked('reschedule')).to.deep.equal([[farah!.id, { start: wallAt('2028-04-20', '10:30') }]]);
  });

  it('removes bookings from the tray as soon as they have a time elsewhere, without a reload', async () => {
    const { flow, element } = await mounted();
    flow.set({ toSchedule: { bookings: [], total: 0, isCapped: false } });
    await element.updateComplete;
    expect(findAll(element, '.tray')).to.have.length(0);
  });

  for (const lang of ['en', 'ar'])
    it(`fits into 320 px in ${lang}, and is accessible there`, async () => {
      const { element } = await mounted(calendarStates.waiting, { lang }, 320);
      const frame = element.getBoundingClientRect();
      for (const one of findAll(element, '.waiting')) {
        const { left, right, height } = one.getBoundingClientRect();
        expect([left >= frame.left, right <= frame.right, height >= 44]).to.deep.equal([true, true, true]);
      }
      find(element, '.waiting').focus();
      expect(focused(element)?.className).to.contain('waiting');
      await expect(element).to.be.accessible();
    });
});

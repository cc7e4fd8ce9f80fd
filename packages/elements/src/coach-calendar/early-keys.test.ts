import { expect, fixture, html } from '@open-wc/testing';
import { calendarState, calendarStates, fakeCalendarFlow, oneOfEach } from '../../test/calendar-states.ts';
import { bookingOf, connections, drawn, find, focused, press } from '../../test/mount-calendar.ts';
import { waitUntil } from '../../test/wait-until.ts';
import { panelsFile } from './panels-file.ts';

const { load } = panelsFile;
const eva = oneOfEach[4]!;
const month = { view: 'month', range: { from: '2028-03-27', to: '2028-05-07' }, blocked: [] } as const;

/** Returns a calendar whose panels come, or fail, when the test says so. */
async function early(state = calendarStates.each) {
  const flow = fakeCalendarFlow(state);
  connections.next = () => flow;
  let settle!: (file: ReturnType<typeof load> | Promise<never>) => void;
  let asked = 0;
  panelsFile.load = () => {
    asked++;
    return new Promise((resolve) => (settle = resolve));
  };
  const place = await fixture<HTMLElement>(html`<div style="width: 1100px"></div>`);
  const element = document.createElement('coach-calendar');
  element.lang = 'en-GB';
  place.append(element);
  await waitUntil(() => element.shadowRoot?.querySelector('.scroller [tabindex="0"]'), 'the grid comes');
  find(element, '.scroller [tabindex="0"]').focus();
  await waitUntil(() => asked > 0, 'the panels are asked for');
  return {
    flow,
    element,
    asked: () => asked,
    come: async () => {
      settle(load());
      await drawn(element);
    },
    fail: () => settle(Promise.reject(new Error('no network'))),
  };
}

describe('keys that are pressed before their file is there', () => {
  afterEach(() => {
    panelsFile.load = load;
  });

  it('move the focus once the file comes, in their order', async () => {
    const { element, come } = await early(calendarStates.empty);
    await press(element, 'ArrowRight');
    await press(element, 'ArrowDown');
    expect(focused(element)!.getAttribute('aria-label')).to.equal('Wednesday 12 April, 09:00, Free');
    await come();
    await waitUntil(() => focused(element)?.getAttribute('aria-label')?.startsWith('Thursday 13 April, 09:30'));
  });

  it('open what has the focus', async () => {
    const { element, come } = await early();
    bookingOf(element, 'Eva Lindqvist').focus();
    await press(element, 'Enter');
    await come();
    await waitUntil(() => element.shadowRoot!.querySelector('dialog')?.textContent.includes('Eva Lindqvist'));
  });

  it('turn the view from anywhere in the calendar', async () => {
    const { element, flow, come } = await early();
    find(element, '.turn').focus();
    await press(element, 'n');
    expect(flow.asked('next')).to.deep.equal([]);
    await come();
    await waitUntil(() => flow.asked('next').length === 1, 'the key is pressed');
  });

  it('confirm a booking of the month', async () => {
    const { element, flow, come } = await early(calendarState({ ...month, bookings: oneOfEach }));
    bookingOf(element, 'Farah Nasser').focus();
    await press(element, 'c');
    await come();
    await waitUntil(() => flow.asked('confirm').length === 1, 'the key is pressed');
  });

  it('keep their meaning for the browser where they have one: buttons, Tab, and with Ctrl', async () => {
    const { element } = await early();
    const isPrevented = (at: Element, key: string, options: KeyboardEventInit = {}) =>
      !at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
    const cell = find(element, '.scroller [tabindex="0"]');
    expect(isPrevented(cell, 'ArrowDown')).to.equal(true);
    expect(isPrevented(cell, 'Tab')).to.equal(false);
    expect(isPrevented(cell, 'c', { ctrlKey: true })).to.equal(false);
    expect(isPrevented(find(element, '.turn'), 'Enter')).to.equal(false);
    expect(isPrevented(find(element, '.head button'), ' ')).to.equal(false);
    expect(isPrevented(find(element, '[data-tool="date"]'), 'Enter')).to.equal(false);
  });

  it('load the file again after it failed', async () => {
    const { element, asked, fail, come } = await early();
    fail();
    await waitUntil(async () => {
      await press(element, 'ArrowDown');
      return asked() === 2;
    }, 'the file is asked for again');
    await come();
    await waitUntil(() => focused(element)?.getAttribute('aria-label')?.startsWith('Wednesday 12 April, 09:30'));
  });

  it('drop a booking that was dragged by the pointer', async () => {
    const { element, flow } = await early();
    const block = bookingOf(element, 'Eva Lindqvist');
    const { left, top } = block.getBoundingClientRect();
    const at = (type: string, x: number, y: number) =>
      block.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          composed: true,
          clientX: x,
          clientY: y,
          isPrimary: true,
          pointerId: 1,
        }),
      );
    at('pointerdown', left + 5, top + 5);
    at('pointermove', left + 5, top + 70);
    await element.updateComplete;
    at('pointerup', left + 5, top + 70);
    expect(flow.asked('reschedule').map(([id]) => id)).to.deep.equal([eva.id]);
  });
});

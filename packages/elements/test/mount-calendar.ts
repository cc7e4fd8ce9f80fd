import { fixture, html } from '@open-wc/testing';
import { CoachCalendar } from '../src/coach-calendar/coach-calendar.ts';
import type { Flow, Settings } from '../src/coach-calendar/flow.ts';
import { styles } from '../src/coach-calendar/styles/index.ts';
import { calendarNow, type FakeCalendarFlow } from './calendar-states.ts';
import { waitUntil } from './wait-until.ts';

/** The flow of the next elements, and the settings that they passed. */
export const connections: { next: (settings: Settings) => Flow; made: Settings[] } = {
  next: () => {
    throw new Error('No flow was given.');
  },
  made: [],
};

class TestCalendar extends CoachCalendar {
  static override connect = (settings: Settings) => {
    connections.made.push(settings);
    return connections.next(settings);
  };
  static override now = () => calendarNow;
}
customElements.define('coach-calendar', TestCalendar);

/** Resolves when everything is loaded and drawn. */
export async function drawn(element: CoachCalendar): Promise<CoachCalendar> {
  element.dispatchEvent(new PointerEvent('pointerenter'));
  await waitUntil(() => element.shadowRoot!.adoptedStyleSheets.length > styles.length, 'the panels come');
  const language = () => find(element, '.root').lang;
  const wanted = element.closest<HTMLElement>('[lang]')?.lang ?? 'en';
  await waitUntil(() => language().slice(0, 2) === wanted.slice(0, 2), 'the words come');
  await element.updateComplete;
  return element;
}

/** Returns `<coach-calendar>` on a flow, drawn, in a box of `width` pixels. */
export async function mountCalendar(
  flow: FakeCalendarFlow,
  attributes: Readonly<Record<string, string>> = {},
  width = 1100,
): Promise<CoachCalendar> {
  connections.made = [];
  connections.next = () => flow;
  const element = document.createElement('coach-calendar');
  for (const [name, value] of Object.entries({ lang: 'en-GB', ...attributes })) element.setAttribute(name, value);
  const place = await fixture<HTMLElement>(html`<div></div>`);
  place.style.width = `${width}px`;
  place.append(element);
  await drawn(element);
  const { view, phase } = flow.$state.get();
  if (phase !== 'ready' || !/^(month|list)$/.test(view)) return element;
  await waitUntil(() => element.shadowRoot!.querySelector('.month, .agenda'), 'the view comes');
  // The month is drawn again once it knows its height.
  for (let turn = 0; turn < 3; turn++) await element.updateComplete;
  return element;
}

/** Opens what a button of the toolbar opens, and resolves when it is there. */
export async function openTool(element: CoachCalendar, name: string): Promise<HTMLElement> {
  find(element, `[data-tool="${name}"]`).click();
  await waitUntil(() => element.shadowRoot!.querySelector('.tool-box:popover-open'), 'it opens');
  return find(element, '.tool-box');
}

/** Presses an entry of an open menu. */
export async function choose(element: CoachCalendar, text: string): Promise<void> {
  const item = findAll(element, '.tool-box [role^="menuitem"]').find((one) => one.textContent!.trim().startsWith(text));
  if (!item) throw new Error(`no entry ${text}`);
  item.click();
  await element.updateComplete;
}

/** Returns the first match in the element's shadow; fails the test when there is none. */
export function find<E extends HTMLElement = HTMLElement>(element: CoachCalendar, selector: string): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Returns all matches in the element's shadow. */
export function findAll(element: CoachCalendar, selector: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
}

/** Returns the booking of a name. */
export function bookingOf(element: CoachCalendar, name: string): HTMLElement {
  const found = findAll(element, '.block, .chip').find((one) => one.getAttribute('aria-label')?.includes(name));
  if (!found) throw new Error(`no booking of ${name}`);
  return found;
}

/** Returns the focused element in the element's shadow. */
export function focused(element: CoachCalendar) {
  return element.shadowRoot!.activeElement as HTMLElement | null;
}

/** Dispatches a key to the focused element. */
export async function press(element: CoachCalendar, key: string, options: KeyboardEventInit = {}): Promise<void> {
  await element.updateComplete;
  const at = element.shadowRoot!.activeElement;
  if (!at) throw new Error(`nothing has the focus for ${key}`);
  at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...options }));
  await element.updateComplete;
}

/** Dispatches a pointer event at a point of the screen, to the element that is there. */
export async function point(
  element: CoachCalendar,
  type: string,
  x: number,
  y: number,
  options: PointerEventInit = {},
): Promise<void> {
  const at = element.shadowRoot!.elementFromPoint(x, y) ?? element;
  const init = {
    bubbles: true,
    composed: true,
    cancelable: true,
    clientX: x,
    clientY: y,
    pointerId: 1,
    isPrimary: true,
    button: 0,
    ...options,
  };
  at.dispatchEvent(
    type === 'click' ? new MouseEvent(type, init) : new PointerEvent(type, { pointerType: 'mouse', ...init }),
  );
  await element.updateComplete;
}

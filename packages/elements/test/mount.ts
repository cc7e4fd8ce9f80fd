import { fixture, html } from '@open-wc/testing';
import { CoachBooking } from '../src/coach-booking/coach-booking.ts';
import type { Run } from '../src/coach-booking/run.ts';
import type { Settings } from '../src/coach-booking/settings.ts';
import { styles } from '../src/coach-booking/styles/index.ts';
import { now } from './states.ts';
import { waitUntil } from './wait-until.ts';

/** The run of the next elements, and the settings that they passed. */
export const connections: { next: (settings: Settings) => Run | Promise<Run>; made: Settings[] } = {
  next: () => {
    throw new Error('No flow was given.');
  },
  made: [],
};

/** The element on flows of the test, at the tests' time. */
class TestBooking extends CoachBooking {
  static override connect = (settings: Settings) => {
    connections.made.push(settings);
    return connections.next(settings);
  };
  static override now = () => now;
}
customElements.define('coach-booking', TestBooking);

/** Resolves when the later steps are loaded and everything is drawn. */
export async function drawn(element: CoachBooking): Promise<CoachBooking> {
  await waitUntil(() => element.shadowRoot!.adoptedStyleSheets.length > styles.length, 'the later steps come');
  await element.updateComplete;
  for (const animation of element.shadowRoot!.getAnimations())
    if (animation instanceof CSSTransition) animation.finish();
  return element;
}

/** Returns `<coach-booking>` on a flow, drawn. */
export async function mount(
  { run }: { run: Run },
  attributes: Readonly<Record<string, string>> = {},
): Promise<CoachBooking> {
  connections.made = [];
  connections.next = () => run;
  const element = document.createElement('coach-booking');
  for (const [name, value] of Object.entries({
    'publishable-key': 'pk_test_x',
    coach: 'coach-a',
    lang: 'en',
    loading: 'eager',
    ...attributes,
  }))
    element.setAttribute(name, value);
  const place = await fixture(html`<div></div>`);
  place.append(element);
  await element.updateComplete;
  return run.flow.$state.get().phase === 'loading' ? element : drawn(element);
}

/** Returns the first match in the element's shadow; fails the test when there is none. */
export function find<E extends HTMLElement = HTMLElement>(element: CoachBooking, selector: string): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Returns all matches in the element's shadow. */
export function findAll(element: CoachBooking, selector: string): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)];
}

/** Returns the text that is in the element's shadow, with its white space joined. */
export function textOf(element: CoachBooking): string {
  return find(element, '.root').textContent.replace(/\s+/g, ' ').trim();
}

/** Returns the focused element in the element's shadow. */
export function focused(element: CoachBooking) {
  return element.shadowRoot!.activeElement as HTMLElement | null;
}

/** Clicks the first match, and resolves when that is drawn. */
export async function click(element: CoachBooking, selector: string): Promise<void> {
  find(element, selector).click();
  await element.updateComplete;
}

/** Dispatches a key to the focused element. */
export async function press(element: CoachBooking, key: string, options: KeyboardEventInit = {}): Promise<void> {
  element.shadowRoot!.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...options }),
  );
  await element.updateComplete;
}

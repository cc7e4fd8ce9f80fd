import { fixture, html } from '@open-wc/testing';
import type { CoachBooking } from '../src/coach-booking/coach-booking.ts';
import { connections, drawn } from './mount.ts';
import type { FakeFlow } from './fake-flow.ts';
import { waitUntil } from './wait-until.ts';

/** Returns `<coach-booking>` with a mode, once its button and its dialog are drawn, beside what else the page has. */
export async function mountMode(
  { run }: Pick<FakeFlow<unknown>, 'run'>,
  attributes: Readonly<Record<string, string>> = {},
  page: unknown = html`<p>A page.</p>`,
): Promise<CoachBooking> {
  connections.made = [];
  connections.next = () => run;
  const place = await fixture<HTMLElement>(html`<div>${page}</div>`);
  const element = document.createElement('coach-booking');
  const given = { mode: 'button', 'publishable-key': 'pk_test_x', coach: 'coach-a', lang: 'en', ...attributes };
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  place.append(element);
  await waitUntil(() => element.shadowRoot?.querySelector('dialog')?.closest('[lang]'), 'the file of the modes comes');
  return element;
}

/** Returns the first match in the shadow of an element with a mode. */
export function inMode<E extends HTMLElement = HTMLElement>(element: CoachBooking, selector: string): E {
  const found = element.shadowRoot!.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** Returns the widget in the open dialog, drawn. */
export async function widgetIn(element: CoachBooking): Promise<CoachBooking> {
  await waitUntil(() => element.shadowRoot!.querySelector('coach-booking'), 'the dialog opens');
  return drawn(inMode<CoachBooking>(element, 'coach-booking'));
}

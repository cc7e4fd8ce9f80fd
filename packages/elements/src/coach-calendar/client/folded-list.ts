import { html, nothing } from 'lit';
import type { ClientSay } from './translations/index.ts';

/** The number of items that are shown at once; the rest is folded. */
const SHOWN_AT_ONCE = 3;

/** Renders a list with its first items shown, and the rest on request. */
export function foldedList<T>(say: ClientSay, all: readonly T[], draw: (one: T) => unknown): unknown {
  const rest = all.slice(SHOWN_AT_ONCE);
  const list = (some: readonly T[]) => html`<ul class="entries">${some.map((one) => html`<li>${draw(one)}</li>`)}</ul>`;
  return html`${list(all.slice(0, SHOWN_AT_ONCE))}
  ${rest.length > 0 ? html`<details class="extra"><summary>${say('more', { count: rest.length })}</summary>${list(rest)}</details>` : nothing}`;
}

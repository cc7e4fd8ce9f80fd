import { html, nothing, type TemplateResult } from 'lit';
import { tableView, type Column } from '../ui/data-table.ts';
import { emptyView, pageHead, skeletonView } from '../ui/views.ts';
import { hashOf, type SectionName } from './route.ts';
import type { Listed } from '../reading/list-loader.ts';
import type { Loaded } from '../reading/loader.ts';
import { problemView } from './problem.ts';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

export type { Column } from '../ui/data-table.ts';

/** Renders the head of a page, with what can be done at its end. */
export function headingView(title: unknown, text?: string, actions?: unknown): TemplateResult {
  return pageHead({ title, text, actions });
}

export function waitingView({ say }: AdminView): TemplateResult {
  return skeletonView(say('loading'), 6);
}

/** Renders the content of a reading; its problem and a button to retry where it failed. */
export function loadedView<T>(
  view: AdminView,
  state: Loaded<T>,
  retry: () => void,
  draw: (value: T) => unknown,
): unknown {
  if (state.phase === 'loading') return waitingView(view);
  return state.phase === 'failed' ? problemView(view, state.problem, retry) : draw(state.value);
}

export interface ListView<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly empty: AdminPhrase;
  /** The way on from an empty list, where there is one. */
  readonly way?: unknown;
  more(): void;
  retry(): void;
}

/** Renders a list in all its states: loading, empty, its rows, their number, and the button for more. */
export function listView<T>(
  view: AdminView,
  list: Listed<T>,
  { label, columns, empty, way, more, retry }: ListView<T>,
): TemplateResult {
  const { say } = view;
  const { items, phase, problem, next } = list;
  if (phase === 'loading') return waitingView(view);
  const isEmpty = items.length === 0 && phase === 'ready';
  return html`${items.length > 0 ? tableView(label, columns, items) : nothing}
    ${isEmpty ? emptyView({ title: say(next ? 'noneSoFar' : empty), text: say('emptyText'), action: next ? undefined : way }) : nothing}
    ${problemView(view, problem, retry)}
    ${listFoot(view, list, more)}`;
}

/** Renders the number of what is shown, and the button for more. */
export function listFoot<T>(view: AdminView, list: Listed<T>, more: () => void): TemplateResult {
  const { say, format } = view;
  const { items, phase, next, total, totalIsCapped } = list;
  const count = format.number(items.length);
  const known =
    total === undefined ? say('shown', { count }) : say(totalIsCapped ? 'shownOfMore' : 'shownOf', { count, total });
  return html`<div class="foot">
    <p class="quiet" role="status">${items.length > 0 ? known : nothing}</p>
    ${next && phase !== 'failed' ? html`<button type="button" class="more" aria-disabled=${phase === 'more'} @click=${more}>${phase === 'more' ? say('busy') : say('more')}</button>` : nothing}
  </div>`;
}

/** Renders names with their values; an absent value is shown as such. */
export function factsView(
  { say }: AdminView,
  facts: readonly (readonly [name: string, value: unknown])[],
): TemplateResult {
  return html`<dl>
    ${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value === undefined || value === null || value === '' ? html`<span class="quiet">${say('notGiven')}</span>` : value}</dd></div>`)}
  </dl>`;
}

/**
 * Renders a list of texts, one below the other. An empty one is shown as unknown: it never claims that a person has
 * none.
 */
export function textsView({ say }: AdminView, texts: readonly string[]): TemplateResult {
  return texts.length === 0
    ? html`<span class="quiet">${say('notGiven')}</span>`
    : html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}

/** Renders a link within the page. */
export function linkTo(
  text: unknown,
  section: SectionName,
  id: string | null = null,
  query: Readonly<Record<string, string | undefined>> = {},
): TemplateResult {
  return html`<a href=${hashOf(section, id, query)}>${text}</a>`;
}

/**
 * Returns the values of a form of filters: its named fields, several of one name joined with commas, without the empty
 * ones.
 */
export function filtersOf(form: HTMLFormElement): Record<string, string> {
  const data = new FormData(form);
  const names = new Set(data.keys());
  return Object.fromEntries(
    [...names].map((name) => [name, data.getAll(name).map(String).join(',').trim()]).filter(([, value]) => value),
  );
}

import { html, nothing, type TemplateResult } from 'lit';
import { hashOf, type SectionName } from './route.ts';
import type { Listed } from './list-loader.ts';
import type { Loaded } from './loader.ts';
import { problemView } from './problem.ts';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

/** A column of a table: its title, and its content for an item. */
export interface Column<T> {
  readonly title: string;
  /** Whether the title is hidden, where the cells need none. */
  readonly quietTitle?: boolean;
  cell(item: T): unknown;
}

export function headingView(title: string, text?: string): TemplateResult {
  return html`<div class="heading">
    <h1 tabindex="-1">${title}</h1>
    ${text ? html`<p class="quiet">${text}</p>` : nothing}
  </div>`;
}

export function waitingView({ say }: AdminView): TemplateResult {
  return html`<p class="waiting" role="status">${say('loading')}</p>`;
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

/**
 * Renders rows and columns, which a narrow screen shows as cards: the roles state the structure where the styles
 * replace the table.
 */
export function tableView<T>(label: string, columns: readonly Column<T>[], items: readonly T[]): TemplateResult {
  const head = ({ title, quietTitle }: Column<T>) =>
    html`<th role="columnheader" scope="col"><span class=${quietTitle ? 'vh' : nothing}>${title}</span></th>`;
  const above = ({ title, quietTitle }: Column<T>) =>
    quietTitle ? nothing : html`<span class="above" aria-hidden="true">${title}</span>`;
  const row = (item: T) =>
    html`<tr role="row">${columns.map((column) => html`<td role="cell">${above(column)}<div>${column.cell(item)}</div></td>`)}</tr>`;
  return html`<table role="table" aria-label=${label}>
    <thead><tr role="row">${columns.map(head)}</tr></thead>
    <tbody>${items.map(row)}</tbody>
  </table>`;
}

export interface ListView<T> {
  readonly label: string;
  readonly columns: readonly Column<T>[];
  readonly empty: AdminPhrase;
  more(): void;
  retry(): void;
}

/** Renders a list in all its states: loading, empty, its rows, their number, and the button for more. */
export function listView<T>(
  view: AdminView,
  list: Listed<T>,
  { label, columns, empty, more, retry }: ListView<T>,
): TemplateResult {
  const { say, format } = view;
  const { items, phase, problem, next, total, totalIsCapped } = list;
  const count = format.number(items.length);
  const known =
    total === undefined ? say('shown', { count }) : say(totalIsCapped ? 'shownOfMore' : 'shownOf', { count, total });
  const none = next ? 'noneSoFar' : empty;
  return html`<p class="quiet count" role="status">
      ${phase === 'loading' ? say('loading') : items.length > 0 ? known : phase === 'ready' ? say(none) : nothing}
    </p>
    ${items.length > 0 ? tableView(label, columns, items) : nothing} ${problemView(view, problem, retry)}
    ${next && phase !== 'failed' ? html`<button type="button" class="more" aria-disabled=${phase === 'more'} @click=${more}>${phase === 'more' ? say('busy') : say('more')}</button>` : nothing}`;
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

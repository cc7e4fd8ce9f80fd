import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { ListTexts } from '../lists/texts/index.ts';
import { isRange, noFilters, statusesOf, type BookingFilters } from './booking-filters.ts';
import type { Coach, Staff } from './calls.ts';
import type { BookingTexts } from './texts/index.ts';

interface FilterForm {
  readonly texts: BookingTexts;
  readonly lists: ListTexts;
  readonly filters: BookingFilters;
  readonly services: Coach['services'];
  readonly staff: readonly Staff[];
  /** The member of the team who is signed in. */
  readonly own: string | undefined;
  change(filters: Partial<BookingFilters>): void;
  /** A filter of the page itself, and how many such are set. */
  readonly more?: { readonly field: unknown; readonly set: number };
}

type Option = readonly [value: string, text: string];

/** Renders the filters behind a disclosure, which says how many are set. */
export function filterForm({ texts, lists, filters, services, staff, own, change, more }: FilterForm): TemplateResult {
  const { tab } = filters;
  const set = Object.values({ ...filters, tab: '' }).filter(Boolean).length + (more?.set ?? 0);
  const select = (name: 'service' | 'staff' | 'status', label: string, options: readonly Option[]) =>
    options.length === 0
      ? nothing
      : html`<div class="field"><label for=${name}>${label}</label>
          <select id=${name} .value=${live(filters[name])} @change=${(event: Event) => change({ [name]: (event.target as HTMLSelectElement).value })}>
            <option value="" ?selected=${filters[name] === ''}>${lists.all}</option>
            ${options.map(([value, text]) => html`<option value=${value} ?selected=${filters[name] === value}>${text}</option>`)}
          </select></div>`;
  const isWrong = !isRange(filters);
  const date = (name: 'from' | 'to') =>
    html`<div class="field"><label for=${name}>${texts[name]}</label>
      <input id=${name} type="date" .value=${live(filters[name])} aria-invalid=${isWrong ? 'true' : nothing} aria-describedby=${isWrong ? 'wrong-range' : nothing} @change=${(event: Event) => change({ [name]: (event.target as HTMLInputElement).value })} /></div>`;
  const statuses = statusesOf[tab];
  const staffName = ({ id, name }: Staff) => (id === own ? filled(texts.mine, { name }) : name);
  return html`<details class="filters" ?open=${set > 0}>
    <summary>${set > 0 ? filled(lists.filtersOn, { count: set }) : lists.filters}</summary>
    <div>
      ${more?.field ?? nothing}
      ${select(
        'service',
        texts.service,
        services.map(({ id, title }): Option => [id, title]),
      )}
      ${select(
        'staff',
        texts.staff,
        staff.map((one): Option => [one.id, staffName(one)]),
      )}
      ${select('status', texts.status, statuses.length > 1 ? statuses.map((status): Option => [status, lists[status]]) : [])}
      ${tab === 'timeless' ? nothing : [date('from'), date('to')]}
      <div class="field"><label for="source">${lists.source}</label>
        <input id="source" maxlength="200" dir="auto" .value=${live(filters.source)} aria-describedby="source-hint" @change=${(event: Event) => change({ source: (event.target as HTMLInputElement).value })} />
        <span class="hint" id="source-hint">${lists.sourceHint}</span></div>
      ${isWrong ? html`<p class="error" id="wrong-range" role="alert">${texts.wrongRange}</p>` : nothing}
      ${set > 0 ? html`<div class="actions"><button type="button" @click=${() => change(noFilters)}>${lists.reset}</button></div>` : nothing}
    </div>
  </details>`;
}

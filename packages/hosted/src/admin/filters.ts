import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { filtersOf } from './parts.ts';
import { hashOf, type Route } from './route.ts';
import type { AdminView } from './view.ts';

/**
 * Renders a form whose fields are written to the address, so that links and the back button restore them. Choices apply
 * at once, typed text with the button.
 */
export function filterForm({ say }: AdminView, { section, id }: Route, fields: unknown): TemplateResult {
  const send = (event: Event) => {
    event.preventDefault();
    location.hash = hashOf(section, id, filtersOf(event.currentTarget as HTMLFormElement));
  };
  const chosen = (event: Event) => {
    if ((event.target as HTMLElement).matches('select, [type=checkbox]'))
      (event.currentTarget as HTMLFormElement).requestSubmit();
  };
  return html`<form class="filters" role="search" aria-label=${say('filters')} novalidate @submit=${send} @change=${chosen}>
    ${fields}
    <button type="submit">${say('show')}</button>
  </form>`;
}

/** Renders a choice among filters; the first, without a value, is for all. */
export function filterSelect(
  name: string,
  label: string,
  value: string | undefined,
  options: readonly (readonly [value: string, text: string])[],
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name} .value=${value ?? ''}>
      ${repeat(
        options,
        // Each option has an element of its own, so that it can be selected although it is added after the value was
        // set.
        ([option]) => option,
        ([option, text]) => html`<option value=${option} ?selected=${option === (value ?? '')}>${text}</option>`,
      )}
    </select>
  </div>`;
}

interface FilterInput {
  readonly type?: 'search' | 'date' | 'text';
  readonly longest?: number;
  /** Id of a `<datalist>`. */
  readonly list?: string;
  readonly aside?: string;
}

/** Renders a typed filter. */
export function filterInput(
  name: string,
  label: string,
  value: string | undefined,
  { type = 'text', longest, list, aside }: FilterInput = {},
): TemplateResult {
  return html`<div class="field">
    <label for=${name}>${label} ${aside ? html`<span class="quiet">${aside}</span>` : ''}</label>
    <input id=${name} name=${name} type=${type} maxlength=${ifDefined(longest)} list=${ifDefined(list)} autocomplete="off" .value=${value ?? ''} />
  </div>`;
}

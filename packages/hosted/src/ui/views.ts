import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** Renders the title of a page, with a sentence below and what can be done at its end. The heading takes the focus. */
export function pageHead({
  title,
  text,
  actions,
}: {
  readonly title: unknown;
  readonly text?: unknown;
  readonly actions?: unknown;
}): TemplateResult {
  return html`<div class="page-head">
    <div>
      <h1 tabindex="-1">${title}</h1>
      ${text ? html`<p class="quiet">${text}</p>` : nothing}
    </div>
    ${actions ? html`<div class="actions">${actions}</div>` : nothing}
  </div>`;
}

/** Renders a list without entries: a title, a sentence and at most one way on. */
export function emptyView({
  title,
  text,
  action,
}: {
  readonly title: string;
  readonly text: string;
  readonly action?: unknown;
}): TemplateResult {
  return html`<div class="empty"><h2>${title}</h2><p class="quiet">${text}</p>${action ?? nothing}</div>`;
}

/** Renders the place of rows that are still read; `text` is what a screen reader says. */
export function skeletonView(text: string, lines = 4): TemplateResult {
  return html`<div class="skeleton">
    <p class="vh" role="status">${text}</p>
    ${Array.from({ length: lines }, () => html`<i aria-hidden="true"></i>`)}
  </div>`;
}

/** Renders a mark with a dot, in the colour of `kind`: the status of a booking, `good`, `warn` or `wrong`. */
export function chipView(kind: string, text: unknown): TemplateResult {
  return html`<span class="chip dot ${kind}">${text}</span>`;
}

/** Renders a switch, which takes effect at once; a yes or no that is saved with a form is a check box. */
export function switchView({
  id,
  label,
  hint,
  checked,
  busy,
  change,
}: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly busy?: boolean;
  change(checked: boolean): void;
}): TemplateResult {
  return html`<label class="switch" for=${id}>
    <span>${label}${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}</span>
    <input id=${id} name=${id} type="checkbox" role="switch" aria-checked=${checked} aria-label=${label} aria-describedby=${hint ? `${id}-hint` : nothing} ?disabled=${busy} .checked=${live(checked)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} />
  </label>`;
}

/** Renders a choice of a few, all in sight: radio buttons that look like one control. */
export function segmentsView<Value extends string>({
  name,
  legend,
  hiddenLegend = true,
  options,
  value,
  change,
}: {
  readonly name: string;
  readonly legend: string;
  readonly hiddenLegend?: boolean;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly value: Value;
  change(value: Value): void;
}): TemplateResult {
  return html`<fieldset class="segments">
    <legend class=${hiddenLegend ? 'vh' : nothing}>${legend}</legend>
    <div>
      ${options.map(([option, text]) => html`<label><input type="radio" name=${name} value=${option} .checked=${live(option === value)} @change=${() => change(option)} />${text}</label>`)}
    </div>
  </fieldset>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';

interface Labelled {
  /** Unique in the calendar; the name of the field too. */
  readonly id: string;
  readonly label: string;
  /** What is wrong with it, in words. */
  readonly error?: string | null | undefined;
  readonly busy?: boolean;
  /** Gets the keyboard when the panel opens. */
  readonly first?: boolean;
  /** It was left; from then on it may be called wrong. */
  left?(): void;
}

export interface TextField extends Labelled {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number' | 'area';
  readonly value: string;
  input(value: string): void;
  readonly needed?: boolean;
  /** Small words after the label, such as that it may stay empty. */
  readonly aside?: string | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
  readonly step?: number | undefined;
  readonly longest?: number;
  /** Id of a `<datalist>`. */
  readonly list?: string;
  /** Only for who does not see where it stands. */
  readonly quietLabel?: boolean;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

const errorView = (id: string, error: string | null | undefined) =>
  error ? html`<p class="error" part="error" id="${id}-error">${error}</p>` : nothing;

/** A labelled input with what is wrong with it below. */
export function textField(field: TextField): TemplateResult {
  const {
    id,
    label,
    type = 'text',
    value,
    input,
    needed,
    aside,
    error,
    busy = false,
    first,
    left,
    min,
    max,
    step,
    longest,
    list,
    quietLabel,
  } = field;
  const described = error ? `${id}-error` : undefined;
  return html`<div class="field" part="field">
    <label class=${quietLabel ? 'vh' : nothing} for=${id}>${label}${aside ? html` <span class="quiet">${aside}</span>` : nothing}</label>
    ${
      type === 'area'
        ? html`<textarea id=${id} name=${id} part="input" rows="3" maxlength=${ifDefined(longest)} ?autofocus=${first} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${ifDefined(described)} .value=${live(value)} @input=${(event: Event) => input(valueOf(event))} @blur=${left}></textarea>`
        : html`<input id=${id} name=${id} part="input" type=${type} autocomplete="off" list=${ifDefined(list)} min=${ifDefined(min)} max=${ifDefined(max)} step=${ifDefined(step)} maxlength=${ifDefined(longest)} inputmode=${type === 'number' ? 'numeric' : nothing} ?required=${needed} ?autofocus=${first} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${ifDefined(described)} .value=${live(value)} @input=${(event: Event) => input(valueOf(event))} @blur=${left} />`
    }
    ${errorView(id, error)}
  </div>`;
}

export interface SelectField extends Labelled {
  readonly value: string;
  /** Value and text. */
  readonly options: readonly (readonly [value: string, text: string])[];
  change(value: string): void;
  readonly quietLabel?: boolean;
}

/** A labelled choice. */
export const selectField = ({ id, label, value, options, change, error, busy = false, first, quietLabel }: SelectField): TemplateResult =>
  html`<div class="field" part="field">
    <label class=${quietLabel ? 'vh' : nothing} for=${id}>${label}</label>
    <select id=${id} name=${id} part="input" ?disabled=${busy} ?autofocus=${first} aria-invalid=${!!error} .value=${live(value)} @change=${(event: Event) => change(valueOf(event))}>
      ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
    </select>
    ${errorView(id, error)}
  </div>`;

/** A labelled yes or no. */
export const checkField = ({
  id,
  label,
  checked,
  change,
  busy = false,
}: {
  id: string;
  label: string;
  checked: boolean;
  change(checked: boolean): void;
  busy?: boolean;
}): TemplateResult =>
  html`<label class="check" part="field" for=${id}>
    <input id=${id} name=${id} type="checkbox" ?disabled=${busy} .checked=${live(checked)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} />
    <span>${label}</span>
  </label>`;

/** The button that sends a form. While it is being sent it stays where the keyboard is. */
export const submitButton = (text: string, busy: boolean, busyText: string, kind = ''): TemplateResult =>
  html`<button type="submit" class="go ${kind}" part="button primary ${kind}" aria-disabled=${busy}>${busy ? busyText : text}</button>`;

/** Puts the keyboard into the first field that is wrong. */
export function focusWrong(form: HTMLFormElement): void {
  queueMicrotask(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

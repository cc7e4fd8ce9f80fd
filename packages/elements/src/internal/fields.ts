import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CalendarPhrase, CalendarSay } from '../translations/calendar/index.ts';

interface Labelled {
  /** Unique in the calendar; the name of the field too. */
  readonly id: string;
  readonly label: string;
  readonly busy?: boolean;
  /** Whether it gets the focus when the panel opens. */
  readonly first?: boolean;
  /** Whether the label is hidden from sight, where the field needs none. */
  readonly hiddenLabel?: boolean;
}

export interface TextField extends Labelled {
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'date' | 'time' | 'number' | 'area';
  readonly value: string;
  input(value: string): void;
  readonly required?: boolean;
  /** The problem with its value, in words. */
  readonly error?: string | null | undefined;
  /** Called when the field is left; from then on it is validated. */
  onBlur?(): void;
  /** A short text after the label, such as that it is optional. */
  readonly hint?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step?: number | undefined;
  readonly maxLength?: number;
  /** Id of a `<datalist>`. */
  readonly list?: string;
  /** The id of a list to choose from, whether it is shown, and the id of the option that the keys reached. */
  readonly combobox?: { readonly list: string; readonly open: boolean; readonly active: string | null };
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

const labelled = ({ id, label, hiddenLabel }: Labelled, control: TemplateResult, hint?: string, error?: unknown) =>
  html`<div class="field" part="field">
    <label class=${hiddenLabel ? 'vh' : nothing} for=${id}>${label}${hint ? html` <span class="quiet">${hint}</span>` : nothing}</label>
    ${control} ${error ? html`<p class="error" part="error" id="${id}-error">${error}</p>` : nothing}
  </div>`;

/** Renders a labelled input with its problem below. */
export function textField(field: TextField): TemplateResult {
  const {
    id,
    type = 'text',
    value,
    input,
    required,
    hint,
    error,
    busy,
    first,
    onBlur,
    min,
    max,
    step,
    maxLength,
    list,
    combobox,
  } = field;
  const described = error ? `${id}-error` : nothing;
  const typed = (event: Event) => input(valueOf(event));
  return labelled(
    field,
    type === 'area'
      ? html`<textarea id=${id} name=${id} part="input" dir="auto" rows="3" maxlength=${maxLength ?? nothing} ?autofocus=${first} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${described} .value=${live(value)} @input=${typed} @blur=${onBlur}></textarea>`
      : html`<input id=${id} name=${id} part="input" type=${type} autocomplete="off" list=${list ?? nothing} role=${combobox ? 'combobox' : nothing} aria-autocomplete=${combobox ? 'list' : nothing} aria-controls=${combobox?.list ?? nothing} aria-expanded=${combobox ? `${combobox.open}` : nothing} aria-activedescendant=${combobox?.active ?? nothing} min=${min ?? nothing} max=${max ?? nothing} step=${step ?? nothing} maxlength=${maxLength ?? nothing} inputmode=${type === 'number' ? 'numeric' : nothing} ?required=${required} ?autofocus=${first} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${described} .value=${live(value)} @input=${typed} @blur=${onBlur} />`,
    hint,
    error,
  );
}

export interface SelectField extends Labelled {
  readonly value: string;
  /** Value and text. */
  readonly options: readonly (readonly [value: string, text: string])[];
  change(value: string): void;
}

/** Renders a labelled choice. */
export function selectField(field: SelectField): TemplateResult {
  const { id, value, options, change, busy, first } = field;
  return labelled(
    field,
    html`<select id=${id} name=${id} part="input" ?disabled=${busy} ?autofocus=${first} .value=${live(value)} @change=${(event: Event) => change(valueOf(event))}>
      ${options.map(([option, text]) => html`<option value=${option} ?selected=${option === value}>${text}</option>`)}
    </select>`,
  );
}

export interface CheckField extends Labelled {
  readonly checked: boolean;
  change(checked: boolean): void;
}

/** Renders a labelled yes or no. */
export function checkField({ id, label, checked, change, busy }: CheckField): TemplateResult {
  return html`<label class="check" part="field" for=${id}>
    <input id=${id} name=${id} type="checkbox" ?disabled=${busy} .checked=${live(checked)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} />
    <span>${label}</span>
  </label>`;
}

/** The input of a form: its texts as they are typed, and the function that changes them. */
export interface Typed<T> {
  readonly say: CalendarSay;
  /** The prefix of its fields' ids. */
  readonly prefix: string;
  readonly value: T;
  readonly busy: boolean;
  set(change: Partial<T>): void;
}

type NamesOf<T, V> = { [K in keyof T]-?: T[K] extends V ? K : never }[keyof T] & string;

/**
 * Returns the fields of a form, each bound to the part of its value with the same name. A text that is not required is
 * marked as optional.
 */
export function fieldsOf<T extends object>({ say, prefix, value, busy, set }: Typed<T>) {
  const bound = (name: NamesOf<T, unknown>, phrase: CalendarPhrase) => {
    const change = (typed: unknown) => set({ [name]: typed } as Partial<T>);
    return { id: `${prefix}-${name}`, label: say(phrase), value: value[name], busy, change, input: change };
  };
  return {
    text: (name: NamesOf<T, string>, phrase: CalendarPhrase, more: Partial<TextField> = {}) =>
      textField({
        ...(bound(name, phrase) as unknown as TextField),
        hint: more.required ? '' : say('optional'),
        ...more,
      }),
    check: (name: NamesOf<T, boolean>, phrase: CalendarPhrase, more: Partial<CheckField> = {}) =>
      checkField({ ...(bound(name, phrase) as unknown as CheckField), checked: value[name] as boolean, ...more }),
    select: (
      name: NamesOf<T, string | number>,
      phrase: CalendarPhrase,
      options: SelectField['options'],
      more: Partial<SelectField> = {},
    ) => selectField({ ...(bound(name, phrase) as unknown as SelectField), options, ...more }),
  };
}

import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { styles } from '../styles.ts';
import type { PageTexts } from '../sign-in/texts/index.ts';
import { problemOf } from '../sign-in/problem.ts';
import { accountStyles } from './styles.ts';
import type { OwnTexts } from './texts/index.ts';
import type { AccountView } from './view.ts';

/** A field of a form; typed text stays in it alone. */
export interface AccountField {
  readonly name: string;
  readonly label: string;
  readonly type: 'password' | 'email' | 'text';
  readonly autocomplete: string;
  readonly maxlength: number;
  readonly inputmode?: 'numeric';
  /** The value at first; empty when absent. */
  readonly value?: string;
  /** The values to choose from, each with its name, in place of typing one. */
  readonly options?: readonly (readonly [value: string, name: string])[];
  readonly hint?: string;
}

type Values = Readonly<Record<string, string>>;

const ownProblems: Readonly<Record<string, keyof OwnTexts>> = {
  CREDENTIALS_WRONG: 'wrongPassword',
  CODE_WRONG: 'codeRefused',
  PASSWORD_UNSAFE: 'unsafe',
};

/**
 * One section of the account page: it runs one action at a time, and shows its outcome where the action was started.
 */
export abstract class AccountSection extends LitElement {
  static override styles = [styles, accountStyles];
  static override properties: PropertyDeclarations = { view: { attribute: false } };

  declare view: AccountView;

  /** The name of the act under way; empty when none is. */
  #busy = '';
  #missing: { readonly form: string; readonly names: readonly string[] } = { form: '', names: [] };
  #problem: { readonly of: string; readonly text: string } | null = null;
  #done: string | null = null;

  protected get isBusy(): boolean {
    return this.#busy !== '';
  }

  #sentenceOf(error: unknown): string {
    const own = isCoachBookingError(error) ? ownProblems[error.code] : undefined;
    return own ? this.view.texts[own] : this.view.page[problemOf(error) as keyof PageTexts];
  }

  /**
   * Runs `act`, and shows the text it returns, or the problem. `of` names the place of the outcome. Resolves to whether
   * it was done.
   */
  protected async run(of: string, act: () => Promise<string | null>): Promise<boolean> {
    if (this.isBusy) return false;
    this.#busy = of;
    this.#problem = null;
    this.#done = null;
    this.#missing = { form: '', names: [] };
    this.requestUpdate();
    try {
      this.#done = await act();
    } catch (error) {
      this.#problem = { of, text: this.#sentenceOf(error) };
    }
    this.#busy = '';
    this.requestUpdate();
    await this.updateComplete;
    // The button may be gone, so the focus moves to the outcome, which a screen reader announces.
    if (this.#done !== null) this.renderRoot.querySelector<HTMLElement>('.done')?.focus();
    return this.#problem === null;
  }

  /** Shows a problem that was found before any request. */
  protected complain(of: string, text: string): void {
    this.#done = null;
    this.#problem = { of, text };
    this.requestUpdate();
  }

  /** Renders the outcome of the last act. */
  protected outcome(): TemplateResult {
    return html`<div role="status">${this.#done === null ? nothing : html`<p class="done" tabindex="-1">${this.#done}</p>`}</div>`;
  }

  protected problemOf(of: string): TemplateResult {
    return html`<div role="alert">${this.#problem?.of === of ? html`<p class="problem">${this.#problem.text}</p>` : nothing}</div>`;
  }

  /**
   * Renders a form that is sent once no field is empty; passwords as they are, other values without surrounding blanks.
   */
  protected form(
    name: string,
    fields: readonly AccountField[],
    go: string,
    act: (values: Values) => Promise<string | null>,
  ): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      if (this.isBusy) return;
      const form = event.target as HTMLFormElement;
      const inputs = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
      const values = Object.fromEntries(
        inputs.map(({ name: key, type, value }) => [key, type === 'password' ? value : value.trim()]),
      );
      const missing = inputs.filter(({ name: key, required }) => required && values[key] === '');
      if (missing[0]) {
        this.#missing = { form: name, names: missing.map(({ name: key }) => key) };
        this.#problem = null;
        this.requestUpdate();
        return missing[0].focus();
      }
      void this.run(name, () => act(values)).then((isDone) => isDone && form.reset());
    };
    return html`<form novalidate aria-label=${go} @submit=${submit}>
      ${this.problemOf(name)}
      ${fields.map((field) => this.#field(name, field))}
      <div class="actions"><button type="submit" class="go" aria-disabled=${this.isBusy}>${this.#busy === name ? this.view.page.busy : go}</button></div>
    </form>`;
  }

  #field(form: string, field: AccountField): TemplateResult {
    const { name, label, hint } = field;
    const id = `${form}-${name}`;
    const wrong = this.#missing.form === form && this.#missing.names.includes(name);
    const about = [wrong && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${field.options ? this.#choice(id, field, field.options, about) : this.#input(id, field, wrong, about)}
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${wrong ? html`<p class="error" id="${id}-error">${this.view.page.required}</p>` : nothing}
    </div>`;
  }

  #input(id: string, field: AccountField, wrong: boolean, about: string): TemplateResult {
    const { name, type, autocomplete, maxlength, inputmode, value = '' } = field;
    const dir = autocomplete === 'name' ? 'auto' : 'ltr';
    return html`<input id=${id} name=${name} type=${type} value=${value} autocomplete=${autocomplete as AutoFill} dir=${dir} inputmode=${inputmode ?? nothing} maxlength=${maxlength} required spellcheck="false" ?readonly=${this.isBusy} aria-invalid=${wrong} aria-describedby=${about || nothing} />`;
  }

  #choice(
    id: string,
    { name, value }: AccountField,
    options: NonNullable<AccountField['options']>,
    about: string,
  ): TemplateResult {
    return html`<select id=${id} name=${name} aria-describedby=${about || nothing}>
      ${options.map(([key, text]) => html`<option value=${key} lang=${key || nothing} ?selected=${key === value}>${text}</option>`)}
    </select>`;
  }

  /** Renders a button with one act. */
  protected button(of: string, label: string, act: () => Promise<string | null>, isMain = false): TemplateResult {
    return html`<button type="button" class=${isMain ? 'go' : ''} aria-disabled=${this.isBusy} @click=${() => void this.run(of, act)}>${label}</button>`;
  }

  protected readonly passwordField = (label: string, name = 'password'): AccountField => ({
    name,
    label,
    type: 'password',
    autocomplete: 'current-password',
    maxlength: 200,
  });
}

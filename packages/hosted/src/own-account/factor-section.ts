import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { AccountSection, type AccountField } from './section.ts';

type Values = Readonly<Record<string, string>>;
type Enrolment = { readonly secret: string; readonly uri: string; readonly picture: TemplateResult };

/** Returns a secret in groups of four, which are easier to type. */
const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ');

/** The second factor: off, being set up, its recovery codes shown once, or on. */
export class FactorSection extends AccountSection {
  static override properties: PropertyDeclarations = { isNeeded: { attribute: false } };

  /** Whether everything else waits until it is set up. */
  declare isNeeded: boolean;

  #isAsking = false;
  #enrolment: Enrolment | null = null;
  #codes: readonly string[] | null = null;
  #isCopied = false;
  /** The text after the codes were stored. */
  #after = '';

  readonly #begin = async ({ password = '' }: Values): Promise<null> => {
    const { secret, uri } = await this.view.calls.enrol(password);
    // The code that draws the QR code is loaded only for this step.
    const { qrCode } = await import('./qr-code.ts');
    this.#enrolment = { secret, uri, picture: qrCode(uri, this.view.texts.qr) };
    return null;
  };

  readonly #confirm = async ({ code = '' }: Values): Promise<null> => {
    this.#codes = await this.view.calls.confirm(code);
    this.#after = this.view.texts.factorNow;
    this.#enrolment = null;
    this.#isAsking = false;
    return null;
  };

  readonly #renew = async ({ password = '', code = '' }: Values): Promise<null> => {
    this.#codes = await this.view.calls.renewCodes(password, code);
    this.#after = this.view.texts.codesNow;
    return null;
  };

  readonly #disable = async ({ password = '', code = '' }: Values): Promise<string> => {
    await this.view.calls.disable(password, code);
    await this.view.changed();
    return this.view.texts.factorGone;
  };

  readonly #keep = async (): Promise<string> => {
    await this.view.changed();
    this.#codes = null;
    this.#isCopied = false;
    return this.#after;
  };

  readonly #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.#codes!.join('\n'));
    this.#isCopied = true;
    this.requestUpdate();
  };

  readonly #stop = (): void => {
    this.#isAsking = false;
    this.#enrolment = null;
    this.requestUpdate();
  };

  /** Returns the field for a code of the app or a recovery code: only the former are digits alone. */
  #codeField(label: string): AccountField {
    return { name: 'code', label, type: 'text', autocomplete: 'one-time-code', maxlength: 24 };
  }

  #off(): TemplateResult {
    const { texts } = this.view;
    const ask = () => {
      this.#isAsking = true;
      this.requestUpdate();
      void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
    };
    return html`<p>${this.isNeeded ? texts.factorNeeded : texts.factorOff}</p>
      ${this.outcome()}
      ${this.#isAsking || this.isNeeded ? this.form('enrol', [this.passwordField(texts.yourPassword)], texts.setUp, this.#begin) : html`<div class="actions"><button type="button" @click=${ask}>${texts.setUp}</button></div>`}`;
  }

  #settingUp({ secret, uri, picture }: Enrolment): TemplateResult {
    const { texts } = this.view;
    return html`<p>${texts.scan}</p>
      ${picture}
      <p>${texts.key}: <code dir="ltr">${grouped(secret)}</code></p>
      <a href=${uri}>${texts.openApp}</a>
      ${this.form('confirm', [{ ...this.#codeField(texts.appCode), inputmode: 'numeric' }], texts.switchOn, this.#confirm)}
      ${this.isNeeded ? nothing : html`<div class="actions"><button type="button" @click=${this.#stop}>${texts.stop}</button></div>`}`;
  }

  #shown(codes: readonly string[]): TemplateResult {
    const { texts } = this.view;
    const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
    return html`<h3>${texts.codesTitle}</h3>
      <p>${texts.codesText}</p>
      <ul class="codes" dir="ltr">
        ${codes.map((code) => html`<li>${code}</li>`)}
      </ul>
      <div role="status">${this.#isCopied ? html`<p class="quiet">${texts.copied}</p>` : nothing}</div>
      ${this.problemOf('keep')}
      <div class="actions">
        ${navigator.clipboard ? html`<button type="button" @click=${this.#copy}>${texts.copy}</button>` : nothing}
        <a href=${file} download="recovery-codes.txt">${texts.download}</a>
        ${this.button('keep', texts.kept, this.#keep, true)}
      </div>`;
  }

  #on(): TemplateResult {
    const { texts } = this.view;
    const fields = [this.passwordField(texts.yourPassword), this.#codeField(texts.appOrCode)];
    return html`<p>${texts.factorOn}</p>
      ${this.outcome()}
      <details>
        <summary>${texts.newCodes}</summary>
        ${this.form('renew', fields, texts.newCodes, this.#renew)}
      </details>
      <details>
        <summary>${texts.switchOff}</summary>
        ${this.form('disable', fields, texts.switchOff, this.#disable)}
      </details>`;
  }

  protected override render(): TemplateResult {
    const { texts, user } = this.view;
    const content = this.#codes
      ? this.#shown(this.#codes)
      : this.#enrolment
        ? this.#settingUp(this.#enrolment)
        : user.secondFactor
          ? this.#on()
          : this.#off();
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.factorTitle}</h2>
      ${content}
    </section>`;
  }
}

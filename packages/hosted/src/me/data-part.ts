import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isCoachBookingError } from '@coach-booking/sdk';
import { MeSection } from './me-section.ts';

/** All that is stored of a client: to take along, and to erase. */
export class MeData extends MeSection {
  static override properties: PropertyDeclarations = { ...MeSection.properties, signOut: { attribute: false } };

  /** Hands a file to the browser; tests replace it. */
  static save: (name: string, content: string) => void = (name, content) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  declare signOut: () => void;

  #isAsked = false;
  #isErased = false;

  readonly #export = (): void =>
    void this.run('export', async () => {
      const { save } = this.constructor as typeof MeData;
      save('my-data.json', JSON.stringify(await this.calls.exportMe(), null, 2));
      return this.texts.exported;
    });

  readonly #ask = (): void => {
    this.#isAsked = true;
    this.forget();
    this.requestUpdate();
    void this.focusOn('#password');
  };

  readonly #stop = (): void => {
    this.#isAsked = false;
    this.requestUpdate();
    void this.focusOn('#ask');
  };

  readonly #erase = (event: Event): void => {
    event.preventDefault();
    const password = this.renderRoot.querySelector<HTMLInputElement>('#password')!.value;
    if (password === '') return void this.focusOn('#password');
    void this.run('erase', async () => {
      await this.calls.eraseMe({ password });
      this.#isErased = true;
      await this.focusOn('h2');
      return null;
    });
  };

  protected override sentenceOf(error: unknown): string {
    if (!isCoachBookingError(error)) return super.sentenceOf(error);
    if (error.code === 'CREDENTIALS_WRONG') return this.texts.wrongPassword;
    return error.code === 'NOT_ALLOWED_NOW' ? this.texts.cancelFirst : super.sentenceOf(error);
  }

  #eraseForm(): TemplateResult {
    const { texts } = this;
    return html`<form novalidate @submit=${this.#erase}>
      <p>${texts.eraseSure}</p>
      <div class="field"><label for="password">${texts.password}</label><input id="password" type="password" autocomplete="current-password" maxlength="200" required dir="ltr" /></div>
      <div class="actions">
        <button type="submit" class="go danger" aria-disabled=${this.isBusy()}>${this.isBusy('erase') ? this.shared.busy : texts.eraseNow}</button>
        <button type="button" @click=${this.#stop}>${texts.keepAccount}</button>
      </div>
    </form>`;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    if (this.#isErased)
      return html`<section><h2 tabindex="-1">${texts.erased}</h2><p>${texts.erasedText}</p>
        <div class="actions"><button type="button" class="go" @click=${() => this.signOut()}>${texts.done}</button></div></section>`;
    return html`<section aria-labelledby="export-title">
        <h2 id="export-title">${texts.exportTitle}</h2>
        <p>${texts.exportText}</p>
        ${this.outcome('export')}
        <div class="actions"><button type="button" aria-disabled=${this.isBusy()} @click=${this.#export}>${this.isBusy('export') ? this.shared.busy : texts.exportNow}</button></div>
      </section>
      <section aria-labelledby="erase-title">
        <h2 id="erase-title">${texts.eraseTitle}</h2>
        <p>${texts.eraseText}</p>
        ${this.outcome('erase')}
        ${this.#isAsked ? this.#eraseForm() : html`<div class="actions"><button type="button" id="ask" @click=${this.#ask}>${texts.erase}</button></div>`}
      </section>`;
  }
}

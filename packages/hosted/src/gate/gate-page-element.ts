import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { pageLanguage } from '../page-language.ts';
import { gateTextsFor, type GateTexts } from './texts/index.ts';
import { styles } from '../styles.ts';

/** Returns a typed name as a slug: people type capitals, blanks and hyphens. */
const slugOf = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

/**
 * Shown in place of a page of a business: it asks for the business, or shows that no business has the name in the
 * address, or that the business is closed for the moment. The server writes its attributes.
 */
export class GatePage extends LitElement {
  static override styles = styles;

  static override properties = {
    view: {},
    target: {},
  };

  /** Navigates to an address; tests replace it. */
  static navigate: (address: string) => void = (address) => location.assign(address);

  declare view: 'find' | 'unknown' | 'closed';
  /** The requested page: `desk`, `admin`, `account` or `password`. */
  declare target: string;

  #missing = false;

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const input = this.renderRoot.querySelector<HTMLInputElement>('input')!;
    const slug = slugOf(input.value);
    this.#missing = slug === '';
    this.requestUpdate();
    if (this.#missing) input.focus();
    else (this.constructor as typeof GatePage).navigate(`/p/${encodeURIComponent(slug)}/${this.target}`);
  };

  #form(texts: GateTexts): TemplateResult {
    return html`<h1>${texts.title}</h1>
      ${this.view === 'unknown' ? html`<p class="problem" role="alert">${texts.unknown}</p>` : html`<p>${texts.text}</p>`}
      <form novalidate @submit=${this.#submit}>
        <div class="field">
          <label for="slug">${texts.slug}</label>
          <input id="slug" name="slug" dir="ltr" maxlength="64" autocapitalize="none" autocomplete="organization" spellcheck="false" required aria-invalid=${this.#missing} aria-describedby=${this.#missing ? 'field-error' : nothing} />
          ${this.#missing ? html`<p class="error" id="field-error">${texts.required}</p>` : nothing}
        </div>
        <button type="submit" class="go">${texts.go}</button>
      </form>`;
  }

  protected override render(): TemplateResult {
    const { language, dir, texts } = gateTextsFor(pageLanguage());
    return html`<div lang=${language} dir=${dir}>
      <section class="card narrow">
        ${this.view === 'closed' ? html`<h1>${texts.closedTitle}</h1><p>${texts.closed}</p>` : this.#form(texts)}
      </section>
    </div>`;
  }
}

import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AdminView } from './view.ts';

/** A secret of a webhook endpoint that was just made. It is shown until it is put away. */
export class SecretOnce {
  #secret: string | null = null;
  #copied: 'copied' | 'notCopied' | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly viewOf: () => AdminView,
  ) {}

  show(secret: string | null): void {
    this.#secret = secret;
    this.#copied = null;
    this.host.requestUpdate();
  }

  readonly #copy = async (): Promise<void> => {
    const field = this.host.renderRoot.querySelector<HTMLInputElement>('#new-key-text')!;
    this.#copied = await (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
      () => 'copied' as const,
      () => 'notCopied' as const,
    );
    if (this.#copied === 'notCopied') field.select();
    this.host.requestUpdate();
  };

  readonly #putAway = async (): Promise<void> => {
    this.show(null);
    await this.host.updateComplete;
    this.host.renderRoot.querySelector('h1')?.focus();
  };

  view(): TemplateResult | typeof nothing {
    const { say } = this.viewOf();
    if (this.#secret === null) return nothing;
    return html`<section class="card fresh" aria-labelledby="new-key">
      <h2 id="new-key" tabindex="-1">${say('newSecret')}</h2>
      <p>${say('newSecretText')}</p>
      <input id="new-key-text" aria-label=${say('newSecret')} readonly dir="ltr" autocomplete="off" spellcheck="false" .value=${this.#secret} />
      <p role="status">${this.#copied ? say(this.#copied) : nothing}</p>
      <div class="ways">
        <button type="button" class="go" @click=${this.#copy}>${say('copy')}</button>
        <button type="button" @click=${this.#putAway}>${say('stored')}</button>
      </div>
    </section>`;
  }
}

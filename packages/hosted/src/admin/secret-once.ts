import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { atom, type WritableAtom } from 'nanostores';
import type { AdminPhrase } from './texts/index.ts';
import type { AdminView } from './view.ts';

/** A key or secret that was just created, with the names of the texts that introduce it. */
export interface ShownSecret {
  readonly secret: string;
  readonly title: AdminPhrase;
  readonly text: AdminPhrase;
}

/** Shows a key or secret that was just created, and that no later answer holds, until it is dismissed. */
export class SecretOnce {
  #copied: 'copied' | 'notCopied' | null = null;
  readonly #own = atom<ShownSecret | null>(null);

  /** Keeps the secret in `shownOf`'s store, which may outlive the host, or in the host. */
  constructor(
    private readonly host: LitElement,
    private readonly viewOf: () => AdminView,
    private readonly shownOf: () => WritableAtom<ShownSecret | null> = () => this.#own,
  ) {}

  show(shown: ShownSecret | null): void {
    this.#copied = null;
    this.shownOf().set(shown);
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

  readonly #dismiss = async (): Promise<void> => {
    this.show(null);
    await this.host.updateComplete;
    this.host.renderRoot.querySelector('h1')?.focus();
  };

  view(): TemplateResult | typeof nothing {
    const { say } = this.viewOf();
    const shown = this.shownOf().get();
    if (!shown) return nothing;
    return html`<section class="card fresh" aria-labelledby="new-key">
      <h2 id="new-key" tabindex="-1">${say(shown.title)}</h2>
      <p>${say(shown.text)}</p>
      <input id="new-key-text" aria-label=${say(shown.title)} readonly dir="ltr" autocomplete="off" spellcheck="false" .value=${shown.secret} />
      <p role="status">${this.#copied ? say(this.#copied) : nothing}</p>
      <div class="ways">
        <button type="button" class="go" @click=${this.#copy}>${say('copy')}</button>
        <button type="button" @click=${this.#dismiss}>${say('stored')}</button>
      </div>
    </section>`;
  }
}

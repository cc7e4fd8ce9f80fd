import { html, type TemplateResult } from 'lit';
import { AccountSection } from './section.ts';

/** A section with a list that it reads: loading, there, or failed. */
export abstract class ListSection<T> extends AccountSection {
  #items: readonly T[] | null = null;
  #failed = false;

  protected abstract read(): Promise<readonly T[]>;
  protected abstract list(items: readonly T[]): TemplateResult;
  protected abstract readonly heading: 'sessionsTitle' | 'sharingTitle';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  /** Reads the list. Never rejects: a problem is shown. */
  protected readonly reload = async (): Promise<void> => {
    this.#failed = false;
    this.requestUpdate();
    try {
      this.#items = await this.read();
    } catch {
      this.#failed = true;
    }
    this.requestUpdate();
  };

  #content(): TemplateResult {
    const { texts, page } = this.view;
    if (this.#failed)
      return html`<p class="problem" role="alert">${page.server}</p>
        <div class="actions"><button type="button" @click=${this.reload}>${texts.retryLoad}</button></div>`;
    return this.#items ? this.list(this.#items) : html`<p role="status">${page.busy}</p>`;
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="title">
      <h2 id="title">${this.view.texts[this.heading]}</h2>
      ${this.outcome()} ${this.#content()}
    </section>`;
  }
}

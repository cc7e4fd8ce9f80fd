import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { qrCode } from '../../own-account/qr-code.ts';
import { pageLanguage } from '../../page-language.ts';
import { showToast } from '../../ui/toasts.ts';
import { segmentsView } from '../../ui/views.ts';
import { codeKinds, codeOf, pageAddress, type CodeKind, type Shared } from './share.ts';
import { profileTextsFor } from './texts/index.ts';

/** The ways to the booking: the page of the coach, and the code for a website. */
export class SharePart {
  #kind: CodeKind = 'website';

  /** `copy` puts a text on the clipboard. */
  constructor(
    private readonly page: LitElement,
    private readonly copy: (text: string) => Promise<void>,
  ) {}

  async #copied(text: string): Promise<void> {
    const { texts } = profileTextsFor(pageLanguage());
    await this.copy(text).then(
      () => showToast(texts.copied),
      () => showToast(texts.notCopied, { isProblem: true }),
    );
  }

  /** Renders both. `originsAt` is where an admin changes the list of origins. */
  view(shared: Shared, originsAt: string | null): TemplateResult {
    return html`${this.#link(shared)} ${this.#embed(shared, originsAt)}`;
  }

  #link(shared: Shared): TemplateResult {
    const { texts } = profileTextsFor(pageLanguage());
    const address = pageAddress(shared);
    return html`<section class="card" aria-labelledby="share-title">
      <div><h2 id="share-title">${texts.share}</h2>
        <p class="quiet">${shared.publishableKey.startsWith('pk_test') ? texts.testPage : texts.shareText}</p></div>
      <input id="page-address" readonly dir="ltr" aria-label=${texts.pageAddress} .value=${address} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      <div class="actions">
        <button type="button" id="copy-link" @click=${() => void this.#copied(address)}>${texts.copyLink}</button>
        <a class="button" href=${address} target="_blank" rel="noopener">${texts.open}</a>
      </div>
      <details><summary>${texts.qr}</summary>${qrCode(address, texts.qrOf)}</details>
    </section>`;
  }

  #embed(shared: Shared, originsAt: string | null): TemplateResult {
    const { texts } = profileTextsFor(pageLanguage());
    const code = codeOf(this.#kind, shared);
    const choose = (kind: CodeKind) => {
      this.#kind = kind;
      this.page.requestUpdate();
    };
    return html`<section class="card" aria-labelledby="embed-title">
      <div><h2 id="embed-title">${texts.embed}</h2><p class="quiet">${texts.embedText}</p></div>
      ${segmentsView({ name: 'kind', legend: texts.kind, options: codeKinds.map((kind) => [kind, texts[kind]] as const), value: this.#kind, change: choose })}
      ${this.#kind === 'website' ? nothing : html`<p class="quiet">${this.#kind === 'react' ? texts.reactText : texts.wordpressText}</p>`}
      <pre tabindex="0" dir="ltr" role="region" aria-label=${texts.code}><code>${code}</code></pre>
      <div class="actions"><button type="button" id="copy-code" @click=${() => void this.#copied(code)}>${texts.copyCode}</button></div>
      <p class="note">${texts.originText} ${originsAt ? html`<a href=${originsAt}>${texts.originLink}</a>` : nothing}</p>
    </section>`;
  }
}

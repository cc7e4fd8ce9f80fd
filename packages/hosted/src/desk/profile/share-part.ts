import { html, type LitElement, type TemplateResult } from 'lit';
import { qrCode } from '../../own-account/qr-code.ts';
import { pageLanguage } from '../../page-language.ts';
import { copied, EmbedPart } from './embed-part.ts';
import { pageAddress, type Shared } from './share.ts';
import { profileTextsFor } from './texts/index.ts';

/** The ways to the booking: the page of the coach, and the code for a website. */
export class SharePart {
  readonly #embed: EmbedPart;

  /** `copy` puts a text on the clipboard. */
  constructor(
    page: LitElement,
    private readonly copy: (text: string) => Promise<void>,
  ) {
    this.#embed = new EmbedPart(page, copy);
  }

  /** Renders both. `originsAt` is where an admin changes the list of origins. */
  view(shared: Shared, originsAt: string | null): TemplateResult {
    return html`${this.#link(shared)} ${this.#embed.view(shared, originsAt)}`;
  }

  #link(shared: Shared): TemplateResult {
    const { texts } = profileTextsFor(pageLanguage());
    const address = pageAddress(shared);
    return html`<section class="card" aria-labelledby="share-title">
      <div><h2 id="share-title">${texts.share}</h2>
        <p class="quiet">${shared.publishableKey.startsWith('pk_test') ? texts.testPage : texts.shareText}</p></div>
      <input id="page-address" readonly dir="ltr" aria-label=${texts.pageAddress} .value=${address} @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
      <div class="actions">
        <button type="button" id="copy-link" @click=${() => void copied(this.copy, address)}>${texts.copyLink}</button>
        <a class="button" href=${address} target="_blank" rel="noopener">${texts.open}</a>
      </div>
      <details><summary>${texts.qr}</summary>${qrCode(address, texts.qrOf)}</details>
    </section>`;
  }
}

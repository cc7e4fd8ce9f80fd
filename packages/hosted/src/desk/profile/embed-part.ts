import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { pageLanguage } from '../../page-language.ts';
import { showToast } from '../../ui/toasts.ts';
import { segmentsView } from '../../ui/views.ts';
import { codeKinds, codeOf, type CodeKind, type Embedded } from './share.ts';
import { profileTextsFor } from './texts/index.ts';

/** Puts a text on the clipboard with `copy`, and says whether that worked. */
export async function copied(copy: (text: string) => Promise<void>, text: string): Promise<void> {
  const { texts } = profileTextsFor(pageLanguage());
  await copy(text).then(
    () => showToast(texts.copied),
    () => showToast(texts.notCopied, { isProblem: true }),
  );
}

/** The code that puts the booking into a page, for each kind of website. */
export class EmbedPart {
  #kind: CodeKind = 'website';

  /** `copy` puts a text on the clipboard. */
  constructor(
    private readonly page: LitElement,
    private readonly copy: (text: string) => Promise<void>,
  ) {}

  /** Renders the code. `originsAt` is where an admin changes the list of origins. */
  view(shared: Embedded, originsAt: string | null): TemplateResult {
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
      <div class="actions"><button type="button" id="copy-code" @click=${() => void copied(this.copy, code)}>${texts.copyCode}</button></div>
      <p class="note">${texts.originText} ${originsAt ? html`<a href=${originsAt}>${texts.originLink}</a>` : nothing}</p>
    </section>`;
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import { filled, isolated } from '@coach-booking/elements/internal/i18n/say';
import { skeletonView } from '../ui/views.ts';
import type { OwnRead } from './calls.ts';
import { MeSection } from './me-section.ts';
import { momentText } from './own-format.ts';
import type { OwnMeTexts } from './texts/index.ts';

const AT_A_TIME = 20;

/** The list of those who read or changed what is one's own. */
export class MeReads extends MeSection {
  #reads: readonly OwnRead[] | null = null;
  #cursor: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    queueMicrotask(this.#more);
  }

  readonly #more = (): void =>
    void this.run('more', async () => {
      const cursor = this.#cursor;
      const page = await this.calls.listMyAudit({ limit: AT_A_TIME, ...(cursor !== null && { cursor }) });
      this.#reads = [...(this.#reads ?? []), ...page.items];
      this.#cursor = page.nextCursor;
      return null;
    });

  #who({ by }: OwnRead): string {
    const { texts } = this;
    if (by.own) return texts.byYou;
    if (by.name !== undefined) return isolated(by.name);
    return by.kind === 'person' ? texts.byTeam : by.kind === 'system' ? texts.bySystem : texts.byPartner;
  }

  /** Names an act by its own words, or by those of its kind. */
  #act({ action }: OwnRead): string {
    const { texts } = this;
    const own = `act_${action.replace('.', '_')}` as keyof OwnMeTexts;
    return texts[own] ?? (action.startsWith('connection.') ? texts.act_connection : texts.act_account);
  }

  #row(read: OwnRead): TemplateResult {
    const who = this.#who(read);
    return html`<li class="row"><span>${filled(this.#act(read), { who })}</span><span class="quiet once">${momentText(read.at)}</span></li>`;
  }

  #list(reads: readonly OwnRead[]): TemplateResult {
    const { texts } = this;
    if (reads.length === 0) return html`<p>${texts.noReads}</p>`;
    return html`<ul>${reads.map((read) => this.#row(read))}</ul>
      ${this.#cursor ? html`<p><button type="button" aria-disabled=${this.isBusy()} @click=${this.#more}>${texts.more}</button></p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { texts } = this;
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.readsTitle}</h2>
      <p class="quiet">${texts.readsText}</p>
      ${this.#reads ? this.#list(this.#reads) : this.isBusy() ? skeletonView(this.shared.busy, 4) : html`<p><button type="button" class="go" @click=${this.#more}>${this.shared.retry}</button></p>`}
      ${this.outcome('more')}
    </section>`;
  }
}

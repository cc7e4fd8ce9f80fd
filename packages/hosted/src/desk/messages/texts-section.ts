import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { bookingLanguages } from '../../booking-languages.ts';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import type { MessageCalls, MessageTemplate } from './calls.ts';
import { messageTextsFor } from './texts/index.ts';

const audiences = ['attendee', 'coach'] as const;

const isSame = (one: MessageTemplate, other: MessageTemplate): boolean =>
  one.kind === other.kind && one.channel === other.channel;

/** The texts of a coach's messages: all of one reader in one language, and one of them to edit. */
export class TextsSection extends PageSection {
  static override properties: PropertyDeclarations = { calls: { attribute: false }, coach: { attribute: false } };

  declare calls: MessageCalls;
  declare coach: string;

  #audience: MessageTemplate['audience'] = 'attendee';
  #language: MessageTemplate['language'] = messageTextsFor(pageLanguage()).language.split(
    '-',
  )[0] as MessageTemplate['language'];
  #templates: readonly MessageTemplate[] = [];
  #open: MessageTemplate | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
  }

  #read(): void {
    void this.run('read', async () => {
      const [audience, language] = [this.#audience, this.#language];
      this.#templates = await this.calls.listCoachTemplates({ coach: this.coach, audience, language });
      return null;
    });
  }

  readonly #choose = (event: Event): void => {
    const { id, value } = event.target as HTMLSelectElement;
    if (id === 'audience') this.#audience = value as MessageTemplate['audience'];
    else this.#language = value as MessageTemplate['language'];
    this.#templates = [];
    this.#read();
  };

  #choice(id: 'audience' | 'language', label: string, options: readonly (readonly [string, string])[], chosen: string) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} ?disabled=${this.isBusy()} @change=${this.#choose}>
        ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
      </select>
    </div>`;
  }

  #row(template: MessageTemplate, index: number): TemplateResult {
    const { texts } = messageTextsFor(pageLanguage());
    const { kind, channel, effective } = template;
    const open = () => {
      this.#open = template;
      this.requestUpdate();
      void this.#focusEditor();
    };
    return html`<li class="row">
      <span id="text-${index}">${texts[`kind_${kind}`]} · ${texts[`channel_${channel}`]}
        <span class="chip">${texts[`from_${effective.from}`]}</span></span>
      <button type="button" id="edit-${index}" aria-labelledby="edit-${index} text-${index}" @click=${open}>${texts.edit}</button>
    </li>`;
  }

  async #focusEditor(): Promise<void> {
    await this.updateComplete;
    const editor = this.renderRoot.querySelector<PageSection>('coach-desk-text');
    await editor?.updateComplete;
    editor?.renderRoot.querySelector<HTMLElement>('h3')?.focus();
  }

  readonly #back = (): void => {
    const index = this.#templates.findIndex((template) => isSame(template, this.#open!));
    this.#open = null;
    this.requestUpdate();
    void this.focusOn(`#edit-${index}`);
  };

  readonly #changed = ({ detail }: CustomEvent<MessageTemplate>): void => {
    this.#templates = this.#templates.map((template) => (isSame(template, detail) ? detail : template));
  };

  protected override render(): TemplateResult {
    const { texts, language } = messageTextsFor(pageLanguage());
    const names = new Intl.DisplayNames([language], { type: 'language' });
    const open = this.#open;
    return html`<section aria-labelledby="title">
      <h2 id="title">${texts.textsTitle}</h2>
      ${
        open
          ? html`<div class="actions"><button type="button" @click=${this.#back}>${texts.back}</button></div>
              ${keyed(open, html`<coach-desk-text .calls=${this.calls} .coach=${this.coach} .template=${open} @text-changed=${this.#changed}></coach-desk-text>`)}`
          : html`<p class="quiet">${texts.textsText}</p>
              <div class="fields">
                ${this.#choice(
                  'audience',
                  texts.audience,
                  audiences.map((name) => [name, texts[`audience_${name}`]]),
                  this.#audience,
                )}
                ${this.#choice(
                  'language',
                  texts.language,
                  bookingLanguages.map((name) => [name, names.of(name) ?? name]),
                  this.#language,
                )}
              </div>
              ${this.isBusy('read') ? html`<p role="status">${this.shared.busy}</p>` : nothing} ${this.outcome('read')}
              <ul>${this.#templates.map((template, index) => this.#row(template, index))}</ul>`
      }
    </section>`;
  }
}

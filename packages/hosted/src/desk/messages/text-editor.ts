import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { deviceZone } from '@coach-booking/elements/internal/dates/zone';
import { pageLanguage } from '../../page-language.ts';
import { PageSection } from '../../page-section.ts';
import type { MessageCalls, MessageTemplate, TemplatePreview, TemplateProblem } from './calls.ts';
import { mailPreview } from './mail-preview.ts';
import { messageTextsFor } from './texts/index.ts';

/** One text of a coach's messages: written, looked at, saved, or removed. */
export class TextEditor extends PageSection {
  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    template: { attribute: false },
  };

  declare calls: MessageCalls;
  declare coach: string;
  declare template: MessageTemplate;

  #preview: TemplatePreview | null = null;
  #problems: readonly TemplateProblem[] = [];

  get #about() {
    const { kind, channel, audience, language } = this.template;
    return { coach: this.coach, kind, channel, audience, language };
  }

  #field = (name: 'subject' | 'body') =>
    this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${name}`);

  #typed() {
    const subject = this.#field('subject')?.value.trim();
    return { ...(subject !== undefined && { subject }), body: this.#field('body')!.value };
  }

  readonly #show = (): void =>
    void this.run('text', async () => {
      const timeZone = deviceZone();
      this.#preview = await this.calls.previewCoachTemplate({ ...this.#about, ...this.#typed(), timeZone });
      this.#problems = this.#preview.problems;
      return null;
    });

  readonly #save = (event: Event): void => {
    event.preventDefault();
    const { texts } = messageTextsFor(pageLanguage());
    void this.run('text', async () => {
      this.#preview = null;
      const { template, problems } = await this.calls.setCoachTemplate({ ...this.#about, ...this.#typed() });
      this.#problems = problems;
      this.#became(template);
      return problems.length > 0 ? texts.saveHinted : texts.textSaved;
    });
  };

  readonly #remove = (): void => {
    const { texts } = messageTextsFor(pageLanguage());
    void this.run('text', async () => {
      this.#became(await this.calls.removeCoachTemplate(this.#about));
      this.#preview = null;
      this.#problems = [];
      const { subject = '', body } = this.template.effective;
      this.#field('body')!.value = body;
      const title = this.#field('subject');
      if (title) title.value = subject;
      return texts.ownRemoved;
    });
  };

  /** Passes the present text to the list. */
  #became(template: MessageTemplate): void {
    this.template = template;
    this.dispatchEvent(new CustomEvent('text-changed', { detail: template }));
  }

  protected override refused(problems: readonly TemplateProblem[]): void {
    this.#problems = problems;
    if (problems.length > 0) this.tell('text', messageTextsFor(pageLanguage()).texts.invalid, true);
  }

  /** Puts a variable where the cursor is in the text. */
  #insert(variable: string): void {
    const body = this.#field('body') as HTMLTextAreaElement;
    body.setRangeText(`{{ ${variable} }}`, body.selectionStart, body.selectionEnd, 'end');
    body.focus();
  }

  #noted(): unknown {
    const { texts } = messageTextsFor(pageLanguage());
    if (this.#problems.length === 0) return nothing;
    return html`<h4>${texts.notes}</h4>
      <ul class="problems">
        ${this.#problems.map(({ severity, message, line }) => html`<li class=${severity === 'error' ? 'error' : ''}>${line ? html`${filled(texts.line, { line })}: ` : nothing}<span lang="en" dir="ltr">${message}</span></li>`)}
      </ul>`;
  }

  #shown(): unknown {
    const { texts } = messageTextsFor(pageLanguage());
    const preview = this.#preview;
    if (!preview || (preview.text === undefined && preview.html === undefined)) return nothing;
    const { language } = this.template;
    return html`<h4>${texts.previewTitle}</h4>
      ${preview.subject === undefined ? nothing : html`<p><b lang=${language} dir="auto">${preview.subject}</b></p>`}
      ${
        preview.html === undefined
          ? html`<p class="preview" lang=${language} dir="auto">${preview.text}</p>`
          : keyed(preview, mailPreview(texts.previewTitle, preview.html))
      }
      ${preview.segments ? html`<p class="quiet">${filled(texts.segments, { count: preview.segments })}</p>` : nothing}`;
  }

  protected override render(): TemplateResult {
    const { texts } = messageTextsFor(pageLanguage());
    const { channel, language, effective, own, variables, kind } = this.template;
    const title = channel === 'push' ? texts.pushTitle : texts.subject;
    const dir = /^(ar|he)$/.test(language) ? 'rtl' : 'ltr';
    return html`<form novalidate @submit=${this.#save}>
      <h3 tabindex="-1">${texts[`kind_${kind}`]} · ${texts[`channel_${channel}`]}</h3>
      ${
        channel === 'sms'
          ? nothing
          : html`<div class="field"><label for="subject">${title}</label><input id="subject" maxlength="500" lang=${language} dir=${dir} .value=${effective.subject ?? ''} /></div>`
      }
      <div class="field"><label for="body">${texts.body}</label><textarea id="body" maxlength="20000" spellcheck="true" lang=${language} dir=${dir} .value=${effective.body}></textarea></div>
      <p class="quiet">${texts.variables}</p>
      <div class="variables">${variables.map((name) => html`<button type="button" dir="ltr" @click=${() => this.#insert(name)}>${name}</button>`)}</div>
      ${this.outcome('text')} ${this.#noted()} ${this.#shown()}
      <div class="actions">
        <button type="submit" class="go" aria-disabled=${this.isBusy()}>${this.isBusy() ? this.shared.busy : texts.save}</button>
        <button type="button" aria-disabled=${this.isBusy()} @click=${this.#show}>${texts.preview}</button>
        ${own ? html`<button type="button" aria-disabled=${this.isBusy()} @click=${this.#remove}>${texts.removeOwn}</button>` : nothing}
      </div>
    </form>`;
  }
}

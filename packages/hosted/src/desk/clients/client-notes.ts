import { LitElement, html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { isConflict } from '@coach-booking/sdk';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { Loader } from '../../reading/loader.ts';
import { pageLanguage } from '../../page-language.ts';
import { problemOf } from '../../sign-in/problem.ts';
import { pageTextsFor } from '../../sign-in/texts/index.ts';
import { denseStyles } from '../../ui/controls.ts';
import { uiStyles } from '../../ui/styles.ts';
import { showToast } from '../../ui/toasts.ts';
import { skeletonView } from '../../ui/views.ts';
import type { Leaving } from '../leaving.ts';
import type { ListFormat } from '../lists/list-format.ts';
import { listStyles } from '../lists/list-styles.ts';
import { listTextsFor } from '../lists/texts/index.ts';
import type { ClientCalls, ClientNotes } from './calls.ts';
import { clientPageTextsFor } from './texts/index.ts';

/**
 * The coach's own notes on a client. Two tabs do not overwrite each other: the version that was saved elsewhere is
 * shown beside one's own.
 */
export class DeskClientNotes extends LitElement {
  static override styles = [uiStyles, denseStyles, listStyles];

  static override properties: PropertyDeclarations = {
    calls: { attribute: false },
    coach: { attribute: false },
    client: { attribute: false },
    format: { attribute: false },
  };

  /** Asks whether notes that are not saved may be lost; tests replace it. */
  static ask: (question: string) => boolean = (question) => confirm(question);

  declare calls: Pick<ClientCalls, 'getClientNotes' | 'updateClientNotes'>;
  declare coach: string;
  declare client: string;
  declare format: ListFormat;

  readonly #notes = new Loader<ClientNotes>();
  #end: (() => void) | undefined;
  #text: string | null = null;
  /** Saved elsewhere while one's own were typed. */
  #theirs: ClientNotes | null = null;
  #isSaving = false;
  #problem = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#end = this.#notes.$state.listen(() => this.requestUpdate());
    addEventListener('coach-desk-leave', this.#leave);
    queueMicrotask(
      () => void this.#notes.load(() => this.calls.getClientNotes({ coach: this.coach, client: this.client })),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end?.();
    removeEventListener('coach-desk-leave', this.#leave);
  }

  get #texts() {
    return clientPageTextsFor(pageLanguage()).texts;
  }

  get #known(): ClientNotes | null {
    const state = this.#notes.$state.get();
    return state.phase === 'ready' ? state.value : null;
  }

  readonly #leave = (event: Leaving): void => {
    if (this.#text === null || event.defaultPrevented) return;
    event.preventDefault();
    if ((this.constructor as typeof DeskClientNotes).ask(this.#texts.leave)) event.detail.go();
  };

  #type(text: string): void {
    this.#text = text === this.#known?.text ? null : text;
    this.requestUpdate();
  }

  async #save(version: number): Promise<void> {
    if (this.#isSaving || this.#text === null) return;
    const text = this.#text;
    const of = { coach: this.coach, client: this.client };
    this.#isSaving = true;
    this.#problem = '';
    this.requestUpdate();
    try {
      const saved = await this.calls.updateClientNotes({ ...of, text, version });
      this.#theirs = null;
      this.#text = this.#text === text ? null : this.#text;
      await this.#notes.load(async () => saved);
      showToast(listTextsFor(pageLanguage()).texts.saved);
    } catch (error) {
      this.#theirs = isConflict(error) ? await this.calls.getClientNotes(of).catch(() => null) : this.#theirs;
      this.#problem = this.#theirs ? this.#texts.notesConflict : pageTextsFor(pageLanguage()).texts[problemOf(error)];
    }
    this.#isSaving = false;
    this.requestUpdate();
  }

  async #useTheirs(theirs: ClientNotes): Promise<void> {
    this.#text = null;
    this.#theirs = null;
    this.#problem = '';
    await this.#notes.load(async () => theirs);
  }

  #conflict(theirs: ClientNotes): TemplateResult {
    const { theirs: title, useTheirs, saveMine } = this.#texts;
    return html`<div class="field">
        <label for="theirs">${title}</label>
        <textarea id="theirs" readonly dir="auto" .value=${theirs.text}></textarea>
      </div>
      <div class="actions">
        <button type="button" @click=${() => void this.#useTheirs(theirs)}>${useTheirs}</button>
        <button type="button" class="go" aria-disabled=${this.#isSaving} @click=${() => void this.#save(theirs.version)}>${saveMine}</button>
      </div>`;
  }

  #form(notes: ClientNotes): TemplateResult {
    const { texts } = clientPageTextsFor(pageLanguage());
    const { save } = listTextsFor(pageLanguage()).texts;
    const submit = (event: Event) => {
      event.preventDefault();
      void this.#save(notes.version);
    };
    return html`<form @submit=${submit}>
      <textarea id="text" maxlength="10000" rows="8" dir="auto" aria-labelledby="notes" aria-describedby="notes-hint" .value=${this.#text ?? notes.text} @input=${(event: Event) => this.#type((event.target as HTMLTextAreaElement).value)}></textarea>
      <p class="quiet" id="notes-hint">${texts.notesHint}${notes.updatedAt ? ` ${filled(texts.notesAsOf, { at: this.format.moment(notes.updatedAt) })}.` : nothing}</p>
      <div role="alert">${this.#problem ? html`<p class="problem">${this.#problem}</p>` : nothing}</div>
      ${this.#theirs ? this.#conflict(this.#theirs) : html`<div class="actions"><button type="submit" class="go" aria-disabled=${this.#isSaving || this.#text === null}>${this.#isSaving ? pageTextsFor(pageLanguage()).texts.busy : save}</button></div>`}
    </form>`;
  }

  protected override render(): TemplateResult {
    const { texts, language, dir } = clientPageTextsFor(pageLanguage());
    const shared = pageTextsFor(pageLanguage()).texts;
    const state = this.#notes.$state.get();
    return html`<section class="card" lang=${language} dir=${dir} aria-labelledby="notes">
      <h2 id="notes">${texts.notes}</h2>
      ${
        state.phase === 'loading'
          ? skeletonView(shared.busy, 3)
          : state.phase === 'ready'
            ? this.#form(state.value)
            : html`<p class="problem" role="alert">${shared[problemOf(state.problem)]}</p>
              <div class="actions"><button type="button" @click=${this.#notes.retry}>${shared.retry}</button></div>`
      }
    </section>`;
  }
}

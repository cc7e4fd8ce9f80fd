import { html, nothing, type TemplateResult } from 'lit';
import { editorNotice } from './editor-notice.ts';
import type { EditorState } from './partner-editor.ts';
import type { PartnerField } from './partner-form.ts';
import { headingView, loadedView } from './parts.ts';
import { Section } from './section.ts';
import type { AdminPhrase } from './texts/index.ts';

/** A section with some of the partner's fields, saved together with the version that they are based on. */
export abstract class EditorSection extends Section {
  protected abstract readonly fields: readonly PartnerField[];
  protected abstract readonly heading: { readonly title: AdminPhrase; readonly text: AdminPhrase };

  /** Renders the fields. */
  protected abstract content(state: EditorState): unknown;

  /** Renders what stands outside of the form. */
  protected beside(_state: EditorState): unknown {
    return nothing;
  }

  protected override begin(): void {
    this.follow(this.view.editor.$state);
    void this.view.editor.load();
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await this.view.editor.save(this.fields))) await this.focusOn('[aria-invalid="true"]');
  };

  readonly #discard = async (): Promise<void> => {
    this.view.editor.discard(this.fields);
    await this.updateComplete;
    this.focusHeading();
  };

  #form(state: EditorState): TemplateResult {
    const { view } = this;
    const { say } = view;
    const isSaving = state.phase === 'saving';
    return html`<form class="plain stack" novalidate @submit=${this.#save}>
      ${this.content(state)} ${editorNotice(view, state)}
      <div class="ways">
        <button type="submit" class="go" aria-disabled=${isSaving}>${isSaving ? say('busy') : say('save')}</button>
        <button type="button" aria-disabled=${isSaving} @click=${this.#discard}>${say('discard')}</button>
      </div>
    </form>`;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const { say, editor } = view;
    const state = editor.$state.get();
    const { title, text } = this.heading;
    const draw = () => (state.form ? html`${this.#form(state)} ${this.beside(state)}` : nothing);
    return html`${headingView(say(title), say(text))} ${loadedView(view, state.partner, editor.load, draw)}`;
  }
}

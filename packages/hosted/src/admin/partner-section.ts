import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import { hexOf } from '@coach-booking/elements/internal/theme/colour';
import { palette } from '@coach-booking/elements/internal/theme/palette';
import { brandPreview } from './brand-preview.ts';
import type { EditorState } from './partner-editor.ts';
import { editorNotice } from './editor-notice.ts';
import { fieldNames, originOf, type PartnerForm } from './partner-form.ts';
import { headingView, loadedView } from './parts.ts';
import { Section } from './section.ts';
import { secondFactorView, visitorsView } from './visitor-rules.ts';

/**
 * `#partner`: name, allowed origins, branding, and the rules for admins and visitors, saved together with the version
 * that they are based on.
 */
export class AdminPartner extends Section {
  #brokenLogo = '';

  protected override begin(): void {
    this.follow(this.view.editor.$state);
    void this.view.editor.load();
  }

  readonly #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await this.view.editor.save())) await this.focusOn('[aria-invalid="true"]');
  };

  readonly #discard = async (): Promise<void> => {
    this.view.editor.discard();
    await this.focusOn('#name');
  };

  #text(
    state: EditorState,
    field: 'name' | 'manageUrl' | 'brandName' | 'logoUrl',
    hint = '',
    maxLength = 120,
  ): TemplateResult {
    const { say, editor } = this.view;
    const error = state.errors[field];
    return textField({
      id: field,
      label: say(fieldNames[field]),
      hint,
      value: state.form![field],
      maxLength,
      busy: state.phase === 'saving',
      error: error && say(error),
      input: (value) => editor.change({ [field]: value }),
    });
  }

  #origins({ form, errors, phase }: EditorState): TemplateResult {
    const { say, editor } = this.view;
    const { origins } = form!;
    const at = (index: number, origin: string) => origins.with(index, origin);
    const remove = async (index: number) => {
      editor.change({ origins: origins.toSpliced(index, 1) });
      await this.focusOn(origins.length > 1 ? `#origin-${Math.min(index, origins.length - 2)}` : '#add-origin');
    };
    const add = async () => {
      editor.change({ origins: [...origins, ''] });
      await this.focusOn(`#origin-${origins.length}`);
    };
    return html`<fieldset class="card">
      <legend>${say('origins')}</legend>
      <p class="quiet">${say('originsText')}</p>
      ${origins.length === 0 ? html`<p>${say('noOrigins')}</p>` : nothing}
      ${origins.map((origin, index) => {
        const error = errors[`origin-${index}`];
        return html`<div class="line" dir="auto">
          ${textField({
            id: `origin-${index}`,
            label: say('origin', { number: index + 1 }),
            hiddenLabel: true,
            value: origin,
            maxLength: 253,
            busy: phase === 'saving',
            error: error && say(error),
            input: (value) => editor.change({ origins: at(index, value) }),
            onBlur: () => originOf(origin) !== origin && editor.change({ origins: at(index, originOf(origin)) }),
          })}
          <button type="button" class="icon" aria-label=${say('removeOrigin', { number: index + 1 })} @click=${() => remove(index)}>×</button>
        </div>`;
      })}
      <button type="button" id="add-origin" class="start" @click=${add}>${say('addOrigin')}</button>
    </fieldset>`;
  }

  #accent({ form, errors, phase }: EditorState): TemplateResult {
    const { say, editor } = this.view;
    const { accent } = form!;
    const error = errors['accent'];
    const change = (value: string) => editor.change({ accent: value });
    return html`<div class="line">
      ${textField({ id: 'accent', label: say('accent'), hint: say('optional'), value: accent, maxLength: 7, busy: phase === 'saving', error: error && say(error), input: change })}
      <input type="color" aria-label=${say('accentPick')} .value=${hexOf(accent) ?? palette.light.accent} ?disabled=${phase === 'saving'} @input=${(event: Event) => change((event.target as HTMLInputElement).value)} />
    </div>`;
  }

  #branding(state: EditorState): TemplateResult {
    const { view } = this;
    const { say } = view;
    const form: PartnerForm = state.form!;
    return html`<fieldset class="card">
      <legend>${say('branding')}</legend>
      ${this.#text(state, 'brandName', say('optional'), 80)} ${this.#text(state, 'logoUrl', `${say('optional')} ${say('logoHint')}`, 500)} ${this.#accent(state)}
      ${brandPreview(view, {
        name: form.brandName,
        logoUrl: form.logoUrl,
        accent: form.accent,
        isLogoBroken: this.#brokenLogo === form.logoUrl,
        broken: () => {
          this.#brokenLogo = form.logoUrl;
          this.requestUpdate();
        },
      })}
    </fieldset>`;
  }

  #form(state: EditorState): TemplateResult {
    const { view } = this;
    const { say } = view;
    const isSaving = state.phase === 'saving';
    return html`<form class="plain" novalidate @submit=${this.#save}>
      <div class="card">${this.#text(state, 'name')}</div>
      ${this.#origins(state)}
      <div class="card">${this.#text(state, 'manageUrl', say('optional'), 1000)}<p class="quiet">${say('manageUrlText')}</p></div>
      ${this.#branding(state)} ${secondFactorView(this.view, state)} ${visitorsView(this.view, state)}
      ${editorNotice(view, state)}
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
    return html`${headingView(say('partner'), say('partnerText'))} ${loadedView(view, state.partner, editor.load, () => (state.form ? this.#form(state) : nothing))}`;
  }
}

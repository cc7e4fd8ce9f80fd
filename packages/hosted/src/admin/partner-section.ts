import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '@coach-booking/elements/internal/fields';
import { EditorSection } from './editor-section.ts';
import type { EditorState } from './partner-editor.ts';
import { originOf, partnerFields } from './partner-form.ts';
import { partnerText } from './partner-text.ts';
import { secondFactorView, visitorsView } from './visitor-rules.ts';

/** `#partner`: name, allowed origins, the page that manages bookings, and the rules for admins and visitors. */
export class AdminPartner extends EditorSection {
  protected override readonly fields = partnerFields;
  protected override readonly heading = { title: 'partner', text: 'partnerText' } as const;
  /** The address whose origin is looked for. */
  #page = '';

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

  /** Renders whether the origin of a page is on the list as it is saved. */
  #check({ partner, form }: EditorState): TemplateResult {
    const { say, editor } = this.view;
    const origin = originOf(this.#page);
    const isOrigin = /^https?:\/\/[^/\s*%]+$/.test(origin);
    const isSaved = partner.phase === 'ready' && partner.value.allowedOrigins.includes(origin);
    const isTyped = form!.origins.map(originOf).includes(origin);
    const add = async () => {
      editor.change({ origins: [...form!.origins, origin] });
      await this.focusOn(`#origin-${form!.origins.length}`);
    };
    const input = (value: string) => {
      this.#page = value;
      this.requestUpdate();
    };
    const answer = isSaved ? 'originAllowed' : isTyped ? 'originNotSaved' : 'originMissing';
    return html`<section class="card" aria-labelledby="check-title">
      <div><h2 id="check-title">${say('originCheck')}</h2><p class="quiet">${say('originCheckText')}</p></div>
      ${textField({ id: 'check', label: say('originPage'), value: this.#page, maxLength: 2000, busy: false, input })}
      <div role="status">
        ${isOrigin ? html`<p class=${isSaved ? 'done' : 'note'}>${say(answer, { origin: `\u2066${origin}\u2069` })}</p>` : nothing}
      </div>
      ${isOrigin && !isSaved && !isTyped ? html`<button type="button" id="add-checked" class="start" @click=${add}>${say('originAdd')}</button>` : nothing}
    </section>`;
  }

  protected override content(state: EditorState): unknown {
    const { view } = this;
    const { say } = view;
    return html`<div class="card">${partnerText(view, state, 'name')}</div>
      ${this.#origins(state)}
      <div class="card">${partnerText(view, state, 'manageUrl', say('optional'), 1000)}<p class="quiet">${say('manageUrlText')}</p></div>
      ${secondFactorView(view, state)} ${visitorsView(view, state)}`;
  }

  protected override beside(state: EditorState): unknown {
    return this.#check(state);
  }
}

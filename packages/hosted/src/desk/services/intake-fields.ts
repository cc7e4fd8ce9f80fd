import { html, nothing, type TemplateResult } from 'lit';
import { selectField, textField } from '@coach-booking/elements/internal/fields';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import { pageLanguage } from '../../page-language.ts';
import { hasOptions, KINDS, newQuestion, wrongPartOf, type DraftQuestion, type IntakeForm } from './intake-form.ts';
import { textsOf } from './text-fields.ts';
import { serviceTextsFor, type ServiceTexts } from './texts/index.ts';

/** The questions and texts that are edited, of a service or of the business. */
export interface IntakeFields {
  readonly form: IntakeForm;
  readonly errors: Readonly<Partial<Record<keyof IntakeForm, keyof ServiceTexts>>>;
  readonly busy: boolean;
  /** The words of the form of the business; absent in that of a service. */
  readonly ofBusiness?: { readonly legend: string; readonly ask: string; readonly none: string };
  change(change: Partial<IntakeForm>): void;
  focusOn(selector: string): void;
}

/** The most questions of a service. */
const MOST = 20;

const checked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

const tick = (id: string, label: string, isTicked: boolean, busy: boolean, change: (is: boolean) => void) =>
  html`<label class="tick"><input type="checkbox" id=${id} .checked=${isTicked} ?disabled=${busy} @change=${(event: Event) => change(checked(event))} /> <span>${label}</span></label>`;

const questionFields = (fields: IntakeFields, question: DraftQuestion, at: number): TemplateResult => {
  const { texts } = serviceTextsFor(pageLanguage());
  const { form, errors, busy, change, focusOn } = fields;
  const id = `question-${question.id}`;
  const wrong = errors.questions ? wrongPartOf(question) : null;
  const put = (questions: readonly DraftQuestion[]) => change({ questions });
  const edit = (part: Partial<DraftQuestion>) =>
    put(form.questions.map((one) => (one.id === question.id ? { ...one, ...part } : one)));
  const move = (by: -1 | 1) => () => {
    const others = form.questions.filter((one) => one.id !== question.id);
    put([...others.slice(0, at + by), question, ...others.slice(at + by)]);
    focusOn(`#${id}-${by < 0 ? 'up' : 'down'}`);
  };
  const remove = () => {
    put(form.questions.filter((one) => one.id !== question.id));
    focusOn('#add-question');
  };
  const isLast = at === form.questions.length - 1;
  return html`<fieldset class="group" id=${id}>
    <legend>${filled(texts.questionNumber, { number: `${at + 1}` })}</legend>
    ${textField({ id: `${id}-label`, label: texts.questionLabel, value: question.label, busy, maxLength: 200, required: true, error: wrong === 'label' ? texts.error_required : undefined, input: (label) => edit({ label }) })}
    ${selectField({ id: `${id}-kind`, label: texts.questionKind, value: question.kind, busy, options: KINDS.map((kind) => [kind, texts[`kind_${kind}`]] as const), change: (kind) => edit({ kind: kind as DraftQuestion['kind'] }) })}
    ${hasOptions(question) ? textField({ id: `${id}-options`, type: 'area', label: texts.questionOptions, value: question.options, busy, maxLength: 2000, required: true, error: wrong === 'options' ? texts.error_options : undefined, input: (options) => edit({ options }) }) : nothing}
    ${textField({ id: `${id}-hint`, label: texts.questionHint, hint: texts.optional, value: question.hint, busy, maxLength: 300, input: (hint) => edit({ hint }) })}
    ${tick(`${id}-required`, texts.questionRequired, question.required, busy, (required) => edit({ required }))}
    ${tick(`${id}-new`, texts.questionNew, question.newClientsOnly, busy, (newClientsOnly) => edit({ newClientsOnly }))}
    ${tick(`${id}-health`, texts.questionHealth, question.health, busy, (health) => edit({ health }))}
    <div class="actions">
      <button type="button" id="${id}-up" aria-disabled=${busy || at === 0} @click=${() => at > 0 && move(-1)()}>${texts.moveUp}</button>
      <button type="button" id="${id}-down" aria-disabled=${busy || isLast} @click=${() => isLast || move(1)()}>${texts.moveDown}</button>
      <button type="button" @click=${remove}>${texts.remove}</button>
    </div>
  </fieldset>`;
};

/** Renders the fields of questions, consent and waiver. */
export function intakeFields(fields: IntakeFields): TemplateResult {
  const { texts } = serviceTextsFor(pageLanguage());
  const { form, busy, ofBusiness, change, focusOn } = fields;
  const { legend, ask, none } = ofBusiness ?? { legend: texts.questions, ask: texts.hasIntake, none: texts.intakeText };
  const text = textsOf(fields);
  const add = () => {
    const question = newQuestion();
    change({ questions: [...form.questions, question] });
    focusOn(`#question-${question.id}-label`);
  };
  const own = html`<p class="quiet">${texts.healthText}</p>
    ${form.questions.map((question, at) => questionFields(fields, question, at))}
    ${form.questions.length < MOST ? html`<div class="actions"><button type="button" id="add-question" @click=${add}>${texts.addQuestion}</button></div>` : nothing}
    ${text('consentText', 'consentText', { type: 'area', hint: 'optional', maxLength: 1000 })}
    ${text('consentUrl', 'consentUrl', { hint: 'optional', maxLength: 500 })}
    ${text('waiverText', 'waiverText', { type: 'area', hint: 'optional', maxLength: 5000 })}
    <p class="quiet">${texts.agreementText}</p>`;
  return html`<fieldset class="group">
    <legend>${legend}</legend>
    ${tick('service-hasIntake', ask, form.hasIntake, busy, (hasIntake) => change({ hasIntake }))}
    ${form.hasIntake ? own : html`<p class="quiet">${none}</p>`}
  </fieldset>`;
}

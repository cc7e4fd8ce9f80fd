import { html, nothing, type TemplateResult } from 'lit';
import {
  intakeGiven,
  intakeProblems,
  type AnswerValue,
  type BookingFlowIntents,
  type BookingFlowState,
  type IntakeProblem,
  type Question,
} from '@coach-booking/sdk';
import type { Phrase } from '../../translations/index.ts';
import type { View } from '../view.ts';

type IntakeIntents = Pick<BookingFlowIntents, 'setDetails'>;

/** More options than this are a list that opens. */
const MOST_BOXES = 6;

const phrases: Readonly<Record<IntakeProblem, Phrase>> = {
  required: 'required',
  invalid: 'invalid',
  too_long: 'too_long',
  changed: 'agreedChanged',
  unknown: 'invalid',
};
/** More exact sentences for what is not valid. */
const invalid: Partial<Record<Question['kind'], Phrase>> = {
  phone: 'invalidPhone',
  number: 'invalidNumber',
  date: 'invalidDate',
};
/** Input type, `inputmode`, `autocomplete`, longest text. */
const inputs: Readonly<Record<string, readonly [string, string, string, number]>> = {
  text: ['text', 'text', 'off', 200],
  number: ['text', 'decimal', 'off', 40],
  phone: ['tel', 'tel', 'tel', 64],
  date: ['date', 'text', 'off', 10],
};

const answersOf = ({ details, health }: BookingFlowState): Readonly<Record<string, AnswerValue>> => ({
  ...details.answers,
  ...health,
});

/** Returns the paths of what is asked, in the order of the form, with the id of the control of each. */
export function intakeControls({ intake }: BookingFlowState): readonly (readonly [path: string, control: string])[] {
  if (!intake) return [];
  return [
    ...intake.questions.map(({ id }) => [`answers.${id}`, `q-${id}`] as const),
    ...(['consent', 'waiver'] as const).flatMap((text) => (intake[text] ? [[text, `agree-${text}`] as const] : [])),
  ];
}

/** Returns what is wrong with what was answered so far, by path. */
export function intakeFaults(state: BookingFlowState): Readonly<Record<string, IntakeProblem>> {
  return state.intake ? intakeProblems(state.intake, intakeGiven(state) ?? {}) : {};
}

/** Returns the sentence for one path; null while there is nothing to say. */
function faultOf({ ui, say }: View, state: BookingFlowState, path: string, kind?: Question['kind']): string | null {
  const code = (ui.touched[path] && intakeFaults(state)[path]) || state.unanswered?.[path];
  if (!code) return null;
  return say((code === 'invalid' && kind && invalid[kind]) || phrases[code]);
}

/** Renders the questions of a service. */
export function questionsView(view: View, state: BookingFlowState, intents: IntakeIntents): TemplateResult {
  return html`${state.intake?.questions.map((question) => questionView(view, state, intents, question))}`;
}

function questionView(view: View, state: BookingFlowState, { setDetails }: IntakeIntents, question: Question) {
  const { say, ui, setUi } = view;
  const { id, kind, label, hint, required = false, options = [] } = question;
  const busy = state.phase === 'confirming';
  const all = answersOf(state);
  const value = Object.hasOwn(all, id) ? all[id] : undefined;
  const path = `answers.${id}`;
  const name = `q-${id}`;
  const error = faultOf(view, state, path, kind);
  const set = (answer: AnswerValue) => setDetails({ answers: { [id]: answer } });
  const type = (event: Event) => set((event.target as HTMLInputElement).value);
  const leave = () => setUi({ touched: { ...ui.touched, [path]: true } });
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing;
  const words = html`<bdi>${label}</bdi>${required ? nothing : html` <span class="quiet">${say('optional')}</span>`}`;
  const below = html`${hint ? html`<p class="hint" id="${name}-hint" dir="auto">${hint}</p>` : nothing}
    <p class="error" part="error" id="${name}-error">${error ?? nothing}</p>`;

  if (kind === 'checkbox')
    return html`<div class="field" part="field">
      <label class="consent"><input id=${name} name=${name} type="checkbox" part="checkbox" autocomplete="off" ?required=${required} ?disabled=${busy} aria-invalid=${!!error} aria-describedby=${described} .checked=${value === 'true'} @change=${(event: Event) => set(String((event.target as HTMLInputElement).checked))} /><span>${words}</span></label>
      ${below}
    </div>`;

  const isList = kind === 'choice' && options.length > MOST_BOXES;
  if ((kind === 'choice' && !isList) || kind === 'several') {
    const isOne = kind === 'choice';
    const chosen = typeof value === 'string' ? [value] : (value ?? []);
    const tick = (option: string) => (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      // In the order of the options.
      set(isOne ? option : options.filter((one) => (one === option ? checked : chosen.includes(one))));
    };
    return html`<fieldset class="field" part="field" aria-describedby=${described} aria-invalid=${!!error} role=${isOne ? 'radiogroup' : 'group'} aria-required=${isOne && required ? 'true' : nothing}>
      <legend>${words}</legend>
      ${options.map(
        (option, at) =>
          html`<label class="consent option"><input id=${at ? `${name}-${at}` : name} name=${name} type=${isOne ? 'radio' : 'checkbox'} part="checkbox" autocomplete="off" ?disabled=${busy} .checked=${chosen.includes(option)} @change=${tick(option)} /><bdi>${option}</bdi></label>`,
      )}
      ${below}
    </fieldset>`;
  }

  const [type_, mode, autocomplete, longest] = inputs[kind] ?? inputs['text']!;
  const text = typeof value === 'string' ? value : '';
  const control = isList
    ? html`<select id=${name} name=${name} part="input" ?required=${required} ?disabled=${busy} aria-invalid=${!!error} aria-describedby=${described} @change=${type} @blur=${leave}>
        <option value="" ?selected=${!text}>${say('choose')}</option>
        ${options.map((option) => html`<option value=${option} ?selected=${option === text}>${option}</option>`)}
      </select>`
    : kind === 'long_text'
      ? html`<textarea id=${name} name=${name} part="input" rows="3" maxlength="2000" dir="auto" ?required=${required} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${described} .value=${text} @input=${type} @blur=${leave}></textarea>`
      : html`<input id=${name} name=${name} part="input" type=${type_} inputmode=${mode} autocomplete=${autocomplete} maxlength=${longest} dir=${kind === 'text' ? 'auto' : nothing} ?required=${required} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${described} .value=${text} @input=${type} @blur=${leave} />`;
  return html`<div class="field" part="field"><label for=${name}>${words}</label>${control}${below}</div>`;
}

/** Renders the texts that have to be agreed to, each with its box, never ticked before. */
export function agreementsView(view: View, state: BookingFlowState, { setDetails }: IntakeIntents): TemplateResult {
  const { say } = view;
  const { intake, details, phase } = state;
  const box = (text: 'consent' | 'waiver', words: unknown, described: unknown = nothing) => {
    const asked = intake![text]!;
    const name = `agree-${text}`;
    const error = faultOf(view, state, text);
    const tick = (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      setDetails({ agreed: { [text]: checked ? asked.version : null } });
    };
    return html`<label class="consent"><input id=${name} name=${name} type="checkbox" part="checkbox" autocomplete="off" required ?disabled=${phase === 'confirming'} aria-invalid=${!!error} aria-describedby=${error ? `${name}-error` : described} .checked=${details.agreed?.[text] === asked.version} @change=${tick} /><span>${words}</span></label>
      ${link(asked.url)}
      <p class="error" part="error" id="${name}-error">${error ?? nothing}</p>`;
  };
  const link = (url: string | undefined) =>
    url
      ? html`<a class="link" part="link" href=${url} target="_blank" rel="noopener noreferrer">${say('readMore')}<span class="vh"> ${say('newTab')}</span></a>`
      : nothing;
  return html`${
    intake?.consent
      ? html`<div class="field" part="field agreement">${box('consent', html`<bdi>${intake.consent.text}</bdi>`)}</div>`
      : nothing
  }${
    intake?.waiver
      ? html`<div class="field" part="field agreement">
          <p class="waiver" id="waiver-text" dir="auto" tabindex="0" role="group" aria-label=${say('waiver')}>${intake.waiver.text}</p>
          ${box('waiver', say('waiverAgree'), 'waiver-text')}
        </div>`
      : nothing
  }`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { validateDetails, type BookingFlowIntents, type BookingFlowState, type Details } from '@coach-booking/sdk';
import type { Phrase } from '../../translations/index.ts';
import { clockText, secondsLeft } from './countdown.ts';
import { challengeView } from './challenge-view.ts';
import { codeView } from './code-view.ts';
import { agreementsView, intakeControls, intakeFaults, questionsView } from './intake-view.ts';
import { consentView } from './consent-view.ts';
import { laterIcons } from './icons.ts';
import { problemView } from './problem-view.ts';
import type { View } from '../view.ts';
import { cityOf } from '../../internal/dates/zone.ts';
import { momentText } from './moments.ts';
import { aheadView } from './where-view.ts';

type Field = Exclude<keyof Details, 'incentiveCode' | 'resume'>;

/** Name, input type, `autocomplete`, longest text. */
type Row = readonly [Field, string, string, number];
const CONTACT: readonly Row[] = [
  ['name', 'text', 'name', 120],
  ['email', 'email', 'email', 254],
  ['phone', 'tel', 'tel', 32],
];
const NOTES: Row = ['notes', '', 'off', 2000];

/**
 * Renders the visitor's details, each field validated after it has been left once, and the time that the slot is still
 * held.
 */
export function detailsView(view: View, state: BookingFlowState, intents: BookingFlowIntents): TemplateResult {
  const { say, format, ui, setUi, focus } = view;
  const { details, problem, coach, slot, service } = state;
  const busy = state.phase === 'confirming';
  const wrong: Partial<Record<Field, string>> = validateDetails(details);
  const errorOf = (field: Field): Phrase | null => {
    const code = (ui.touched[field] && wrong[field]) || (problem?.fields[field] && 'invalid');
    if (!code) return null;
    if (code === 'too_long') return code;
    if (code !== 'invalid') return field === 'name' ? 'nameRequired' : 'emailRequired';
    return field === 'email' ? 'invalidEmail' : field === 'phone' ? 'invalidPhone' : 'invalid';
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const controls = intakeControls(state);
    const asked = Object.fromEntries(controls.map(([path]) => [path, true as const]));
    setUi({ touched: { ...asked, name: true, email: true, phone: true, notes: true } });
    const faults = intakeFaults(state);
    const first =
      CONTACT.find(([field]) => wrong[field])?.[0] ??
      controls.find(([path]) => path.startsWith('answers.') && faults[path])?.[1] ??
      (wrong.notes ? 'notes' : controls.find(([path]) => faults[path])?.[1]);
    if (first) focus(`#${first}`);
    else intents.confirm();
  };
  const row = ([field, type, autocomplete, longest]: Row) => {
    const error = errorOf(field);
    const needed = field === 'name' || field === 'email';
    const type_ = (event: Event) => intents.setDetails({ [field]: (event.target as HTMLInputElement).value });
    const leave = () => setUi({ touched: { ...ui.touched, [field]: true } });
    const described = error ? `${field}-error` : nothing;
    return html`<div class="field" part="field">
      <label for=${field}>${say(field, { coach: coach?.name ?? '' })}${needed ? nothing : html` <span class="quiet">${say('optional')}</span>`}</label>
      ${
        type
          ? html`<input id=${field} name=${field} part="input" type=${type} autocomplete=${autocomplete} maxlength=${longest} ?required=${needed} ?readonly=${busy} aria-invalid=${!!error} aria-describedby=${described} .value=${details[field]} @input=${type_} @blur=${leave} />`
          : html`<textarea id=${field} name=${field} part="input" rows="3" maxlength=${longest} ?readonly=${busy} .value=${details[field]} @input=${type_}></textarea>`
      }
      <p class="error" part="error" id="${field}-error">${error ? say(error) : nothing}</p>
    </div>`;
  };
  return html`<section class="main">
    <h3 id="step" tabindex="-1">${say('details')}</h3>
    ${heldView(view, state, intents)}${problem && problemView(view, problem, intents)}
    <form novalidate @submit=${submit}>
      ${CONTACT.map(row)}${questionsView(view, state, intents)}${row(NOTES)}${codeView(view, state, intents)}${agreementsView(view, state, intents)}${consentView(view, state, intents)}${challengeView(view, state, intents)}
      ${slot && html`<p class="sum quiet"><span class="once">${momentText(format, slot.start)}</span> · ${cityOf(format.timeZone)}${service?.price ? html` · <b class="once">${service.price.amount ? format.money(service.price) : say('free')}</b>` : nothing}</p>`}${service && aheadView(view, service, coach)}
      <button type="submit" class="go" part="button primary" aria-disabled=${busy}>${busy ? say('busy') : slot ? say('request', { when: momentText(format, slot.start) }) : say('confirm')}</button>
    </form>
  </section>`;
}

/** Seconds left from which on the clock shows: earlier it would only press. */
const CLOCK_FROM = 120;

function heldView({ say, format, now }: View, { hold, phase }: BookingFlowState, { extendHold }: BookingFlowIntents) {
  if (!hold) return nothing;
  const left = secondsLeft(hold.endsAt, now);
  if (left > CLOCK_FROM)
    return html`<p class="held" part="countdown">${laterIcons.clock}<span>${say('heldNow')}</span></p>`;
  return html`<p class="held" part="countdown">
    ${laterIcons.clock}<span>${say('held', { time: clockText(left, format.number) })}</span>
    ${hold.extended || phase === 'confirming' ? nothing : html`<button type="button" class="link" part="link" @click=${extendHold}>${say('extend')}</button>`}
  </p>`;
}

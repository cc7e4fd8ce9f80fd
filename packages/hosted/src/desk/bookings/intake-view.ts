import { html, nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { BookingWords } from './booking-facts.ts';
import type { Booking } from './calls.ts';

type Intake = NonNullable<Booking['intake']>;
type Answer = Intake['answers'][number];

const valueView = ({ kind, value }: Answer, { texts, format }: BookingWords): unknown => {
  if (value === undefined) return html`<span class="quiet">${texts.answerHidden}</span>`;
  if (Array.isArray(value)) return value.map((one) => html`<bdi>${one}</bdi><br />`);
  if (kind === 'checkbox') return texts.yes;
  return kind === 'date' ? format.date(value) : html`<bdi>${value}</bdi>`;
};

/** Renders what was asked and answered when booking, answers about health marked, and what was agreed to. */
export function intakeView({ answers, consent, waiver }: Intake, words: BookingWords): TemplateResult {
  const { texts, format } = words;
  const agreed = (sentence: string, at: string) =>
    html`<div><dt>${texts.agreed}</dt><dd>${filled(sentence, { at: format.moment(at) })}</dd></div>`;
  return html`<section aria-labelledby="answers">
    <h3 id="answers">${texts.answers}</h3>
    <dl class="facts">
      ${answers.map((answer) => html`<div class=${answer.health ? 'careful' : nothing}><dt><bdi>${answer.label}</bdi></dt><dd>${valueView(answer, words)}</dd></div>`)}
      ${consent ? agreed(texts.consentAt, consent.at) : nothing} ${waiver ? agreed(texts.waiverAt, waiver.at) : nothing}
    </dl>
  </section>`;
}

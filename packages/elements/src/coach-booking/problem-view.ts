import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, FlowProblem, PickableSlot } from '@coach-booking/sdk';
import { problemPhrase } from './reasons.ts';
import type { View } from './view.ts';

/** What happened and the way on: nearest free slots, or once more. It is an alert, and takes the focus when there is something to choose. */
export function problemView(
  { say, format, picked }: View,
  problem: FlowProblem,
  intents: Pick<BookingFlowIntents, 'retry'> & Partial<Pick<BookingFlowIntents, 'chooseSlot'>>,
): TemplateResult {
  const { alternatives, retryable, kind, requestId } = problem;
  const choose = (slot: PickableSlot) => () => {
    picked(slot);
    intents.chooseSlot?.(slot);
  };
  return html`<div class="problem" part="problem" role="alert" id="problem" tabindex="-1">
    <p>${say(problemPhrase(problem), { coach: '' })}</p>
    ${alternatives.map(
      (slot) => html`<button type="button" class="go" part="slot slot-available alternative" @click=${choose(slot)}>${format.moment(slot.start)}</button>`,
    )}
    ${retryable ? html`<button type="button" class="go" part="button" @click=${() => intents.retry()}>${say('retry')}</button>` : nothing}
    ${kind === 'server' && requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}
  </div>`;
}

/** Nothing can be shown: what happened in plain words, and the page's own way out (what stands inside the element). */
export const failureView = (view: View, problem: FlowProblem | null, intents: Pick<BookingFlowIntents, 'retry'>): TemplateResult =>
  html`<section class="main">${problem && problemView(view, problem, intents)}<slot></slot></section>`;

import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, FlowProblem, PickableSlot, Service } from '@coach-booking/sdk';
import { dispatchSlotSelected } from './events.ts';
import { problemPhrase } from './reasons.ts';
import type { View } from '../view.ts';
import { momentText } from './moments.ts';

/**
 * Renders the problem, with the nearest free slots or a button to try again. It is an alert, and takes the focus when
 * it offers a choice.
 */
export function problemView(
  view: View,
  problem: FlowProblem,
  intents: Pick<BookingFlowIntents, 'retry'> & Partial<Pick<BookingFlowIntents, 'chooseSlot'>>,
  service: Service | null = null,
): TemplateResult {
  const { say, format } = view;
  const { alternatives, retryable, kind, requestId } = problem;
  const choose = (slot: PickableSlot) => () => {
    dispatchSlotSelected(view, slot, service);
    intents.chooseSlot?.(slot);
  };
  return html`<div class="problem" part="problem" role="alert" id="problem" tabindex="-1">
    <p>${say(problemPhrase(problem), { coach: '' })}</p>
    ${alternatives.map(
      (slot) =>
        html`<button type="button" part="slot slot-available alternative" @click=${choose(slot)}>${momentText(format, slot.start)}</button>`,
    )}
    ${retryable ? html`<button type="button" class="go" part="button" @click=${() => intents.retry()}>${say(kind === 'expired' ? 'holdAgain' : 'retry')}</button>` : nothing}
    ${kind === 'server' && requestId ? html`<small>${say('reference', { id: requestId })}</small>` : nothing}
  </div>`;
}

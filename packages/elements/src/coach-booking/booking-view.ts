import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, BookingFlowState } from '@coach-booking/sdk';
import { confirmationView } from './confirmation-view.ts';
import { detailsView } from './details-view.ts';
import { headerView } from './header-view.ts';
import { icons } from './icons.ts';
import { pickerView } from './picker-view.ts';
import { failureView } from './problem-view.ts';
import { servicesView } from './services-view.ts';
import type { View } from './view.ts';

/** The picture of each phase of booking. */
export function bookingView(view: View, state: BookingFlowState, intents: BookingFlowIntents): TemplateResult {
  const { phase, coach, service, slot, services } = state;
  if (phase === 'failed' && state.problem) return failureView(view, state.problem, intents);
  const typed = phase === 'details' || phase === 'confirming';
  const back =
    services.length > 1 && (phase === 'slots' || phase === 'holding')
      ? html`<button type="button" class="back" part="back" @click=${intents.backToServices}>${icons.back}${view.say('back')}</button>`
      : nothing;
  return html`${headerView(view, coach, phase === 'services' ? null : service, typed ? slot : null, back)}${step()}`;

  function step() {
    if (phase === 'services') return servicesView(view, services, intents);
    if (phase === 'confirmed') return confirmationView(view, state, intents);
    return typed ? detailsView(view, state, intents) : pickerView(view, state, intents);
  }
}

import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, BookingFlowState } from '@coach-booking/sdk';
import { failureView } from './failure-view.ts';
import { headerView } from './header-view.ts';
import { loadProblem } from './setup-problem.ts';
import { pickerView } from './picker-view.ts';
import type { View } from './view.ts';

/** Grey bars while a step is loading. */
export const waitView = html`<section class="main wait"><i></i><i></i><i></i></section>`;

/** Renders each phase of booking. */
export function bookingView(view: View, state: BookingFlowState, intents: BookingFlowIntents): TemplateResult {
  const { phase, coach, service, slot, services } = state;
  if (phase === 'failed' && state.problem)
    return failureView(view, state.problem, () => {
      if (view.steps === null) view.loadSteps();
      intents.retry();
    });
  const typed = phase === 'details' || phase === 'confirming';
  const below =
    typed && slot
      ? view.steps?.chosenView(view, slot)
      : services.length > 1 && (phase === 'slots' || phase === 'holding')
        ? view.steps?.backView(view, intents.backToServices)
        : nothing;
  return html`${headerView(view, coach, phase === 'services' ? null : service, below)}${step()}`;

  function step() {
    if (!/^(services|confirmed|unproven)$/.test(phase) && !typed) return pickerView(view, state, intents);
    const { steps } = view;
    if (!steps) return steps === null ? failureView(view, loadProblem, view.loadSteps) : waitView;
    if (typed) return steps.detailsView(view, state, intents);
    return phase === 'services'
      ? steps.servicesView(view, services, intents)
      : steps.confirmationView(view, state, intents);
  }
}

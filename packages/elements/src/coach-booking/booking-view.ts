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
  const picks = !typed && !/^(services|confirmed|unproven)$/.test(phase);
  const { steps } = view;
  const leave = typed ? intents.backToSlots : picks && services.length > 1 && intents.backToServices;
  return html`${headerView(
    view,
    coach,
    phase === 'services' ? null : service,
    typed && slot ? steps?.chosenView(view, slot, service) : nothing,
    leave ? steps?.backView(view, leave, phase === 'confirming') : nothing,
  )}${step()}`;

  function step() {
    if (picks) return pickerView(view, state, intents);
    if (!steps) return steps === null ? failureView(view, loadProblem, view.loadSteps) : waitView;
    if (typed) return steps.detailsView(view, state, intents);
    return phase === 'services'
      ? steps.servicesView(view, services, intents)
      : steps.confirmationView(view, state, intents);
  }
}

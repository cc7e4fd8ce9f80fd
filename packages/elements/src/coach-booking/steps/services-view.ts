import { html, nothing, type TemplateResult } from 'lit';
import type { BookingFlowIntents, Service } from '@coach-booking/sdk';
import { factsView } from '../header-view.ts';
import { icons } from '../icons.ts';
import type { View } from '../view.ts';

/** Renders the services to choose from. */
export function servicesView(
  view: View,
  services: readonly Service[],
  { chooseService }: BookingFlowIntents,
): TemplateResult {
  return html`<section class="main">
    <h3 id="step" tabindex="-1">${view.say('services')}</h3>
    ${services.map(
      (
        service,
      ) => html`<button type="button" class="service" part="service-button" @click=${() => chooseService(service.id)}>
        <span><b><bdi>${service.title}</bdi></b>${service.description ? html`<span class="quiet"><bdi>${service.description}</bdi></span>` : nothing}${factsView(view, service)}</span>
        ${icons.forward}
      </button>`,
    )}
  </section>`;
}

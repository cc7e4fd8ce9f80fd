import { html, nothing, type TemplateResult } from 'lit';
import type { Coach, Service } from '@coach-booking/sdk';
import { initials, type View } from './view.ts';

/** Renders duration and place of a service as chips, and its price, where it has one. */
export function factsView({ say, format }: View, { duration, price, locationKind }: Service): TemplateResult {
  return html`<span class="facts"
    ><span>${format.minutes(duration)}</span><span>${say(locationKind)}</span>${price ? html`<b part="price">${price.amount ? format.money(price) : say('free')}</b>` : nothing}</span
  >`;
}

/** Renders the coach and the service, between `above` and `below`. Grey bars while they are loading. */
export function headerView(
  view: View,
  coach: Coach | null,
  service?: Service | null,
  below?: unknown,
  above?: unknown,
): TemplateResult {
  if (!coach) return html`<div class="who wait"><i class="face"></i><i></i><i></i></div>`;
  return html`<div class="who" part="header">
    ${above}<span class="face" part="avatar" aria-hidden="true">${initials(coach.name)}${coach.photo && html`<img src=${coach.photo.small} alt="" />`}</span>
    <div>
      <h2 part="coach-name" dir="auto">${coach.name}</h2>
      <p class="quiet" dir="auto">${coach.specialties.slice(0, 3).join(' · ')}</p>
    </div>
    ${
      service
        ? html`<div class="what" part="service">
          <b dir="auto">${service.title}</b>${factsView(view, service)}
        </div>`
        : nothing
    }
    ${view.steps?.aboutView(view, coach, service)}${below}${view.ui.brand}
  </div>`;
}

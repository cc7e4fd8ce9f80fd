import { html, nothing, type TemplateResult } from 'lit';
import type { Coach, PickableSlot, Service } from '@coach-booking/sdk';
import { icons } from './icons.ts';
import { initials, type View } from './view.ts';

/** Duration, place and price of a service, in a row or below each other. */
export const factsView = ({ say, format }: View, { duration, price, locationKind }: Service): TemplateResult =>
  html`<span>${icons.clock}${format.minutes(duration)}</span><span>${icons.place}${say(locationKind)}</span
    ><span part="price">${price.amount ? format.money(price) : say('free')}</span>`;

/** Who and what is booked, and when once that is chosen. Grey bars while it is not known. */
export function headerView(view: View, coach: Coach | null, service: Service | null, slot: PickableSlot | null, below: unknown): TemplateResult {
  if (!coach) return html`<header class="who wait"><i class="face"></i><i></i><i></i></header>`;
  const { format } = view;
  return html`<header class="who" part="header">
    <span class="face" part="avatar" aria-hidden="true">${initials(coach.name)}</span>
    <div>
      <h2 part="coach-name">${coach.name}</h2>
      <p class="quiet">${coach.specialties.slice(0, 3).join(' · ')}</p>
    </div>
    ${service
      ? html`<div class="what" part="service">
          <b>${service.title}</b>
          <p class="facts">${factsView(view, service)}</p>
        </div>`
      : nothing}
    ${slot ? html`<p class="chosen" part="chosen"><b>${format.full(slot.start)}</b>${format.time(slot.start)} – ${format.time(slot.end)}</p>` : nothing}
    ${below}
  </header>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, BookingFlowIntents, BookingFlowState, Service } from '@coach-booking/sdk';
import { cityOf } from '../../internal/dates/zone.ts';
import { timesText } from '../../internal/dates/zone-mark.ts';
import type { View } from '../view.ts';
import { calendarView } from './calendar-view.ts';
import { fullText } from './moments.ts';
import { laterIcons } from './icons.ts';

/** Renders time, place, service and attendee. */
export function summaryView({ say, format }: View, booking: Booking, service: Service | null): TemplateResult {
  const row = (term: string, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const { start, end, attendee, locationKind } = booking;
  return html`<dl part="summary">
    ${start && end ? row(say('when'), html`<b>${fullText(format, start)}</b><br />${timesText(format, start, end)} <span class="quiet">${cityOf(format.timeZone)}</span>`) : nothing}
    ${service ? row(say('service'), service.title) : nothing} ${row(say('where'), say(locationKind))}
    ${row(say('bookedFor'), html`${attendee.name}<br /><span class="quiet">${attendee.email}</span>`)}
  </dl>`;
}

/** Renders the confirmation of a booking or of a request. */
export function confirmationView(
  view: View,
  state: BookingFlowState,
  { bookAnother }: BookingFlowIntents,
): TemplateResult {
  const { say } = view;
  const { booking, coach, service } = state;
  if (!booking) return html`${nothing}`;
  const values = { coach: coach?.name ?? '' };
  const pending = booking.status === 'pending';
  return html`<section class="main" part="confirmation">
    <span class="tick">${laterIcons.done}</span>
    <h3 id="step" tabindex="-1">${say(pending ? 'pending' : 'confirmed', values)}</h3>
    ${pending ? html`<p class="quiet">${say('pendingNote', values)}</p>` : nothing} ${summaryView(view, booking, service)}
    ${calendarView(view, booking, state, booking.manageUrl)}
    <p class="ways">
      <a href=${booking.manageUrl} part="link">${say('manage')}</a>
      <button type="button" class="link" part="link" @click=${bookAnother}>${say('another')}</button>
    </p>
  </section>`;
}

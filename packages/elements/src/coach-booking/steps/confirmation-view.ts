import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, BookingCreated, BookingFlowIntents, BookingFlowState, Service } from '@coach-booking/sdk';
import { cityOf } from '../../internal/dates/zone.ts';
import { placeView } from '../../internal/meeting-place.ts';
import { timesText } from '../../internal/dates/zone-mark.ts';
import type { View } from '../view.ts';
import { calendarView } from './calendar-view.ts';
import { fullText } from './moments.ts';
import { laterIcons } from './icons.ts';
import { joinView } from '../../internal/join-view.ts';

/** Renders time, place, service and attendee. */
export function summaryView({ say, format }: View, booking: Booking, service: Service | null): TemplateResult {
  const row = (term: string, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const { start, end, attendee, locationKind, place, price, discount } = booking;
  return html`<dl part="summary">
    ${start && end ? row(say('when'), html`<b>${fullText(format, start)}</b><br />${timesText(format, start, end)} <span class="quiet">${cityOf(format.timeZone)}</span>`) : nothing}
    ${service ? row(say('service'), service.title) : nothing} ${row(say('where'), place ? placeView(place) : html`${say(locationKind)}${joinView(say, booking)}`)}
    ${price && discount ? row(say('codePrice'), html`<s>${format.money({ ...price, amount: discount.list })}</s> <b>${price.amount ? format.money(price) : say('free')}</b>`) : nothing}
    ${row(say('bookedFor'), html`${attendee.name}<br /><span class="quiet">${attendee.email}</span>`)}
  </dl>`;
}

/** The visitor is asked to confirm by mail. */
function unprovenView(
  { say, format }: View,
  { attendee, expiresAt }: BookingCreated,
  another: () => void,
): TemplateResult {
  return html`<section class="main" part="confirmation">
    <h3 id="step" tabindex="-1">${say('prove')}</h3>
    <p>${say('proveText', { email: attendee.email ?? '' })}</p>
    ${expiresAt ? html`<p class="quiet" role="status">${say('proveUntil', { time: format.time(expiresAt) })}</p>` : nothing}
    <p class="ways"><button type="button" class="link" part="link" @click=${another}>${say('proveOther')}</button></p>
  </section>`;
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
  if (state.phase === 'unproven') return unprovenView(view, booking, bookAnother);
  const values = { coach: coach?.name ?? '' };
  const pending = booking.status === 'pending';
  return html`<section class="main" part="confirmation">
    <span class="tick">${laterIcons.done}</span>
    <h3 id="step" tabindex="-1">${say(pending ? 'pending' : 'confirmed', values)}</h3>
    ${pending ? html`<p class="quiet">${say('pendingNote', values)}</p>` : nothing} ${summaryView(view, booking, service)}
    ${calendarView(view, booking, state, booking.manageUrl ?? '')}
    <p class="ways">
      ${booking.manageUrl ? html`<a href=${booking.manageUrl} part="link">${say('manage')}</a>` : html`<span class="quiet">${say('manageInMail')}</span>`}
      <button type="button" class="link" part="link" @click=${bookAnother}>${say('another')}</button>
    </p>
  </section>`;
}

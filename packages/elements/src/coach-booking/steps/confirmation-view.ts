import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, BookingCreated, BookingFlowIntents, BookingFlowState, Coach, Service } from '@coach-booking/sdk';
import { cityOf } from '../../internal/dates/zone.ts';
import { timesText } from '../../internal/dates/zone-mark.ts';
import type { View } from '../view.ts';
import { accountAddress } from './account-address.ts';
import { calendarView } from './calendar-view.ts';
import { fullText } from './moments.ts';
import { laterIcons } from './icons.ts';
import { manageAddress } from './manage-address.ts';
import { whereView } from './where-view.ts';

/** Renders time, place, service and attendee. */
export function summaryView(
  view: View,
  booking: Booking,
  service: Service | null,
  coach: Coach | null,
): TemplateResult {
  const { say, format } = view;
  const row = (term: string, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const { start, end, attendee, price, discount } = booking;
  return html`<dl part="summary">
    ${start && end ? row(say('when'), html`<b>${fullText(format, start)}</b><br /><span class="once">${timesText(format, start, end)}</span> <span class="quiet">${cityOf(format.timeZone)}</span>`) : nothing}
    ${service ? row(say('service'), html`<bdi>${service.title}</bdi>`) : nothing} ${row(say('where'), whereView(view, booking, coach))}
    ${service?.whatToBring ? row(say('bring'), html`<bdi>${service.whatToBring}</bdi>`) : nothing}
    ${price ? row(say('codePrice'), html`${discount ? html`<s>${format.money({ ...price, amount: discount.list })}</s> ` : nothing}<b>${price.amount ? format.money(price) : say('free')}</b>`) : nothing}
    ${row(say('bookedFor'), html`<bdi>${attendee.name}</bdi><br /><span class="quiet">${attendee.email}</span>`)}
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
  const manage = manageAddress(view.element, booking);
  const account = accountAddress(view.element, booking.attendee);
  return html`<section class="main" part="confirmation">
    <span class="tick ${pending ? 'asked' : ''}">${pending ? laterIcons.clock : laterIcons.done}</span>
    <h3 id="step" tabindex="-1">${say(pending ? 'pending' : 'confirmed', values)}</h3>
    ${pending ? html`<p class="quiet">${say('pendingNote', values)}</p>` : nothing} ${summaryView(view, booking, service, coach)}
    ${calendarView(view, booking, state, manage)}
    <div class="next" part="next">
      <b>${say('changePlans')}</b>
      ${manage ? html`<a href=${manage} class="plain" part="link">${say('manage')}</a>` : html`<span class="quiet">${say('manageInMail')}</span>`}
    </div>
    <button type="button" class="link" part="link" @click=${bookAnother}>${say('another')}</button>
    ${account ? html`<a href=${account} class="account" target="_blank" rel="noopener noreferrer" part="link account">${say('keepTogether')}<span class="vh"> ${say('newTab')}</span></a>` : nothing}
  </section>`;
}

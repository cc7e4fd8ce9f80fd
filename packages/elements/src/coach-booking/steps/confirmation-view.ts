import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, BookingFlowIntents, BookingFlowState, Coach, Service } from '@coach-booking/sdk';
import { icsOf, webCalendars, type CalendarEvent } from '../../calendar-links/index.ts';
import { cityOf } from '../../internal/dates/zone.ts';
import type { View } from '../view.ts';
import { fullText } from './moments.ts';
import { laterIcons } from './icons.ts';

/** Renders when, where, what and for whom. */
export function summaryView({ say, format }: View, booking: Booking, service: Service | null): TemplateResult {
  const row = (term: string, value: unknown) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
  const { start, end, attendee, locationKind } = booking;
  return html`<dl part="summary">
    ${start && end ? row(say('when'), html`<b>${fullText(format, start)}</b><br />${format.time(start)} – ${format.time(end)} <span class="quiet">${cityOf(format.timeZone)}</span>`) : nothing}
    ${service ? row(say('service'), service.title) : nothing} ${row(say('where'), say(locationKind))}
    ${row(say('bookedFor'), html`${attendee.name}<br /><span class="quiet">${attendee.email}</span>`)}
  </dl>`;
}

/** Renders a file and three web calendars. The file is made when asked for, so that nothing is kept in memory. */
export function calendarView(
  { say }: View,
  booking: Booking,
  coach: Coach | null,
  service: Service | null,
  manageUrl: string,
): TemplateResult {
  const { id, start, end, createdAt } = booking;
  if (!start || !end) return html`${nothing}`;
  const event: CalendarEvent = {
    uid: `${id}@coach-booking`,
    title: [service?.title, coach?.name].filter(Boolean).join(' · '),
    start,
    end,
    stamp: createdAt,
    description: manageUrl,
    url: manageUrl,
  };
  return html`<div class="calendars" part="calendars" role="group" aria-label=${say('addToCalendar')}>
    <b>${say('addToCalendar')}</b>
    <button type="button" class="link" part="link" @click=${() => download(event)}>${say('icsFile')}</button>
    ${webCalendars.map(([name, link]) => html`<a href=${link(event)} target="_blank" rel="noopener noreferrer" part="link">${name}</a>`)}
  </div>`;
}

/** Downloads the file by a link to a blob, which needs no permission of the page's policy. */
function download(event: CalendarEvent) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([icsOf(event)], { type: 'text/calendar' }));
  link.download = 'booking.ics';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** It is booked, or asked for. */
export function confirmationView(
  view: View,
  { booking, coach, service }: BookingFlowState,
  { bookAnother }: BookingFlowIntents,
): TemplateResult {
  const { say } = view;
  if (!booking) return html`${nothing}`;
  const values = { coach: coach?.name ?? '' };
  const pending = booking.status === 'pending';
  return html`<section class="main" part="confirmation">
    <span class="tick">${laterIcons.done}</span>
    <h3 id="step" tabindex="-1">${say(pending ? 'pending' : 'confirmed', values)}</h3>
    ${pending ? html`<p class="quiet">${say('pendingNote', values)}</p>` : nothing} ${summaryView(view, booking, service)}
    ${calendarView(view, booking, coach, service, booking.manageUrl)}
    <p class="ways">
      <a href=${booking.manageUrl} part="link">${say('manage')}</a>
      <button type="button" class="link" part="link" @click=${bookAnother}>${say('another')}</button>
    </p>
  </section>`;
}

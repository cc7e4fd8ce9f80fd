import { html, nothing, type TemplateResult } from 'lit';
import type { Booking, BookingFlowState, ManageFlowState } from '@coach-booking/sdk';
import { placeText } from '../../internal/meeting-place.ts';
import { icsOf, webCalendars, type CalendarEvent } from '../../calendar-links/index.ts';
import { joinUrlOf } from '../../internal/join-view.ts';
import type { View } from '../view.ts';
import { laterIcons } from './icons.ts';

/** The coach and the service of a booking, as the flow has them. */
type Around = Pick<BookingFlowState | ManageFlowState, 'coach' | 'service' | 'branding'>;

const statusOf = ({ status }: Booking): NonNullable<CalendarEvent['status']> =>
  status === 'cancelled' ? 'CANCELLED' : status === 'pending' ? 'TENTATIVE' : 'CONFIRMED';

/** Returns the event of a booking, in the texts of the widget; null for a booking without a time. */
function eventOf(
  { say, format, now }: View,
  booking: Booking,
  { coach, service, branding }: Around,
  manageUrl: string,
): CalendarEvent | null {
  const { id, start, end, duration, serviceTitle, attendee, rescheduleHistory } = booking;
  if (!start || !end) return null;
  const status = statusOf(booking);
  const cancelled = status === 'CANCELLED';
  const coachName = coach?.name ?? '';
  const { place } = booking;
  const kind = say(booking.locationKind);
  const joinUrl = joinUrlOf(booking);
  const location = place ? placeText(place) : (joinUrl ?? kind);
  const what = [serviceTitle, coachName, duration ? format.minutes(duration) : '', kind].filter(Boolean);
  return {
    uid: `${id}@coach-booking`,
    title: [serviceTitle, coachName, branding?.name].filter(Boolean).join(' · '),
    start,
    end,
    // The server's time at which the file is made: a calendar takes the newest.
    stamp: new Date(now).toISOString(),
    // Each move is a new version of the event, and so is its cancellation.
    sequence: rescheduleHistory.length + Number(cancelled),
    status,
    location: !place && booking.locationKind === 'in_person' && branding?.name ? `${kind}, ${branding.name}` : location,
    description: [
      cancelled ? say('cancelled') : status === 'TENTATIVE' ? say('pendingNote', { coach: coachName }) : '',
      what.join(' · '),
      place?.hint,
      service?.whatToBring && !cancelled ? `${say('bring')}: ${service.whatToBring}` : '',
      joinUrl ? `${say('join')}: ${joinUrl}` : '',
      `${say('bookedFor')}: ${attendee.name}`,
      cancelled || !manageUrl ? '' : `${say('manage')}: ${manageUrl}`,
    ]
      .filter(Boolean)
      .join('\n'),
    url: manageUrl,
  };
}

/**
 * Renders the buttons for a file and three web calendars; for a cancelled booking, the file that removes it from a
 * calendar. The file is made on request.
 */
export function calendarView(view: View, booking: Booking, around: Around, manageUrl: string): TemplateResult {
  const { say } = view;
  const event = eventOf(view, booking, around, manageUrl);
  if (!event) return html`${nothing}`;
  const file = (name: string) =>
    html`<button type="button" class="plain" part="link" @click=${() => download(event)}>${laterIcons.calendar}${name}</button>`;
  if (event.status === 'CANCELLED') return html`<p class="calendars" part="calendars">${file(say('icsRemove'))}</p>`;
  return html`<div class="calendars" part="calendars" role="group" aria-label=${say('addToCalendar')}>
    <b>${say('addToCalendar')}</b>
    ${file('Apple')}
    ${webCalendars.map(([name, link]) => html`<a href=${link(event)} class="plain" target="_blank" rel="noopener noreferrer" part="link">${laterIcons.calendar}${name}</a>`)}
    ${file(say('icsFile'))}
  </div>`;
}

/** Downloads the file by a link to a blob, which needs no permission of the page's policy. */
function download(event: CalendarEvent) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([icsOf(event)], { type: 'text/calendar' }));
  link.download = event.status === 'CANCELLED' ? 'booking-cancelled.ics' : 'booking.ics';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

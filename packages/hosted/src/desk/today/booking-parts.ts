import { html, nothing, type TemplateResult } from 'lit';
import { wallOf } from '@coach-booking/elements/internal/dates/wall';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { Booking } from './calls.ts';
import type { TodayView } from './today-view.ts';

/** Returns the address of a booking in the calendar; of one without a time, that of the calendar. */
export function calendarOf({ read, addressTo }: TodayView, { id, start }: Booking): string {
  if (!start) return addressTo('calendar', { query: { booking: id } });
  const { date } = wallOf(start, read.calendar.timeZone);
  return addressTo('calendar', { query: { date, booking: id } });
}

/** Renders whose booking it is and of what; the name leads to it in the calendar. */
export function who(view: TodayView, booking: Booking): TemplateResult {
  const { texts } = view;
  const { attendee, serviceTitle, locationKind, place, placeNumber, staffId } = booking;
  const member = view.read.calendar.staff.find(({ id }) => id === staffId)?.name;
  const numbered = placeNumber && filled(texts.place, { number: String(placeNumber) });
  const facts = [serviceTitle, place?.name ?? texts[locationKind], numbered, member];
  return html`<a class="name" href=${calendarOf(view, booking)}><bdi>${attendee.name}</bdi></a>
    <p class="quiet facts">${facts.filter(Boolean).map((fact, at) => html`${at > 0 ? ' · ' : ''}<bdi>${fact}</bdi>`)}</p>`;
}

/** Renders the note that was left with a booking. */
export function noteOf({ notes }: Booking): TemplateResult | typeof nothing {
  return notes ? html`<p class="words" dir="auto">${notes}</p>` : nothing;
}

/** Renders the buttons that say how a session went. */
export function closingButtons({ texts, busy, act }: TodayView, booking: Booking): TemplateResult {
  const can = (action: string) => (booking.actions as readonly string[]).includes(action);
  const button = (name: 'complete' | 'noShow', text: string) =>
    html`<button type="button" aria-disabled=${String(busy !== '')} @click=${() => act(booking, name)}>${text}<span class="vh">: ${booking.attendee.name}</span></button>`;
  return html`<div class="actions">
    ${can('complete') ? button('complete', texts.completed) : nothing} ${can('no_show') ? button('noShow', texts.noShow) : nothing}
  </div>`;
}

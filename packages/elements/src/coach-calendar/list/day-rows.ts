import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarBooking } from '@coach-booking/sdk';
import type { GridContext } from '../grid-context.ts';
import { detailsOf, leanTime, titleOf } from '../labels.ts';
import { addCalendarEnglish } from '../../translations/calendar/index.ts';
import { enDays } from '../../translations/calendar/en-days.ts';

addCalendarEnglish(enDays);

/** Returns the bookings of a date in the shown zone. */
export function bookingsOn({ state, clock }: GridContext, date: string): CalendarBooking[] {
  const { start, end } = clock.day(date);
  return state.bookings.filter(({ start: at = '' }) => Date.parse(at) >= start && Date.parse(at) < end);
}

/** Renders the time off and the bookings of a date; each opens its panel. */
export function rowsOf(context: GridContext, date: string): TemplateResult {
  const { view, labels, state, clock, hueOf } = context;
  const { say } = view;
  const day = clock.day(date);
  const { start: begins, end: ends } = day;
  const minute = (instant: string) => labels.timeAt(day, clock.wallOf(Date.parse(instant)).minute, instant);
  const away = state.timeOff.filter(({ start, end }) => Date.parse(start) < ends && Date.parse(end) > begins);
  const bookings = bookingsOn(context, date);
  const row = (booking: CalendarBooking) => {
    const { id, start, end, status, staffId = '' } = booking;
    const [from, to] = [minute(start!), end ? minute(end) : ''];
    const staff = state.staffNames[staffId];
    const isPast = Date.parse(end ?? start!) <= view.now;
    return html`<li><button
      type="button"
      class="row ${status}${isPast ? ' past' : hueOf(booking)}"
      part="booking booking-${status}"
      data-id=${id}
      aria-label=${labels.booking(booking, date, from, to, staff)}
      @click=${() => view.open({ kind: 'booking', id })}
    ><time>${leanTime(from)}${to ? ` – ${leanTime(to)}` : nothing}</time><span><b><bdi>${titleOf(booking)}</bdi></b> <small><bdi>${detailsOf(labels, booking, staff)}</bdi></small></span><small>${say(status)}</small></button></li>`;
  };
  return html`<ul class="rows">
    ${away.map(({ id, start, end, reason, title = reason, kind }) => html`<li><button type="button" class="row cancelled" @click=${() => view.open({ kind: 'timeOff', id, start, end })}><time>${Date.parse(start) <= begins && Date.parse(end) >= ends ? say('allDay') : `${leanTime(minute(start))} – ${leanTime(minute(end))}`}</time><span>${say(kind === 'personal' ? 'personalEvent' : 'timeOff')} <small><bdi>${title ?? ''}</bdi></small></span></button></li>`)}
    ${bookings.map(row)}
    ${away.length + bookings.length > 0 ? nothing : html`<li><p>${say('noBookings')}</p></li>`}
  </ul>`;
}

/** Renders the chosen day of a phone's month. */
export function dayRows(context: GridContext, date: string): TemplateResult {
  return html`<section class="below" aria-labelledby="below"><h3 id="below">${context.labels.day(date)}</h3>${rowsOf(context, date)}</section>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { chipView } from '../../ui/views.ts';
import { whenText, type BookingWords } from './booking-facts.ts';
import type { Booking } from './calls.ts';

/** Renders a booking as a row that is pressed: when, who and to what, with whom and for how much, and its status. */
export function bookingRow(booking: Booking, words: BookingWords, press: () => void): TemplateResult {
  const { attendee, serviceTitle, status, staffId, coachId, price } = booking;
  const by = [words.coachName?.(coachId), staffId && words.staffName(staffId)].filter(Boolean).join(', ');
  return html`<li class="press by-time"><button type="button" @click=${press}>
      <span class="when">${whenText(booking, words)}</span>
      <span><b><bdi>${attendee.name}</bdi></b> <span class="quiet"><bdi>${serviceTitle}</bdi></span></span>
      <span class="quiet">${by ? html`<bdi>${by}</bdi>` : nothing}${by && price ? ' · ' : nothing}${price ? html`<span class="number">${words.format.money(price)}</span>` : nothing}</span>
      <span class="end">${chipView(status, words.lists[status])}</span>
    </button></li>`;
}

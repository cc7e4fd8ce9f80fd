import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { View } from '../parts/panel.ts';
import { spanText } from '../parts/texts.ts';

/** The number of bookings that are listed by name. */
const LISTED = 5;

/**
 * Renders the bookings that do not fit into the edited hours: one line that unfolds, so that it does not cover the
 * hours. M11.
 */
export function conflictsView({ say, format }: View, { draft, bookings }: CalendarFlowState): TemplateResult {
  if (!draft) return html`<div role="status"></div>`;
  const { conflicts } = draft;
  if (!conflicts) return html`<div role="status"><p class="quiet">${say('checking')}</p></div>`;
  if (conflicts.length === 0) return html`<div role="status"><p class="quiet">${say('conflictsNone')}</p></div>`;
  const summary = (id: string) => bookings.find((booking) => booking.id === id)?.summary;
  return html`<div role="status">
    <details class="warning" part="warning">
      <summary><b>${say('conflicts', { count: conflicts.length })}</b></summary>
      <ul>
        ${conflicts.slice(0, LISTED).map(({ bookingId, start, end, code }) => html`<li>${summary(bookingId) ?? say('booking')}, ${spanText(format, start, end)} <span class="quiet">(${say(`why_${code}`)})</span></li>`)}
        ${conflicts.length > LISTED ? html`<li>${say('more', { count: conflicts.length - LISTED })}</li>` : nothing}
      </ul>
      <p class="quiet">${say('conflictsStay')}</p>
    </details>
  </div>`;
}

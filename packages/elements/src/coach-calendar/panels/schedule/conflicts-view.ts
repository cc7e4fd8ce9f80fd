import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState, Conflict } from '@coach-booking/sdk';
import type { View } from '../parts/panel.ts';
import { spanText } from '../parts/texts.ts';

/** The number of bookings that are listed by name. */
const LISTED = 5;

/**
 * Renders the bookings that do not fit into the edited hours: one line that unfolds, so that it does not cover the
 * hours. M11. Those that do not fit into the stored hours either are counted apart.
 */
export function conflictsView(
  { say, format }: View,
  { draft, schedule }: Pick<CalendarFlowState, 'draft' | 'schedule'>,
): TemplateResult {
  if (!draft) return html`<div role="status"></div>`;
  const { conflicts } = draft;
  if (!conflicts) return html`<div role="status"><p class="quiet">${say('checking')}</p></div>`;
  const before = new Set(schedule?.conflicts.map(({ bookingId }) => bookingId));
  const stranded = conflicts.filter(({ bookingId }) => !before.has(bookingId));
  const others = conflicts.length - stranded.length;
  const quiet = (text: string) => html`<p class="quiet">${text}</p>`;
  return html`<div role="status">
    ${
      stranded.length > 0
        ? html`<details class="warning" part="warning">
            <summary><b>${say('conflicts', { count: stranded.length })}</b></summary>
            <ul>
              ${stranded.slice(0, LISTED).map((conflict) => html`<li>${conflictText(conflict, say, format)}</li>`)}
              ${stranded.length > LISTED ? html`<li>${say('more', { count: stranded.length - LISTED })}</li>` : nothing}
            </ul>
            ${quiet(say('conflictsStay'))}
          </details>`
        : nothing
    }
    ${others > 0 ? quiet(say('conflictsBefore', { count: others })) : stranded.length === 0 ? quiet(say('conflictsNone')) : nothing}
  </div>`;
}

/** Returns the client, the service, the time, and the reason why the session does not fit. */
const conflictText = ({ name, serviceTitle, start, end, code }: Conflict, say: View['say'], format: View['format']) =>
  html`<b><bdi>${name ?? say('booking')}</bdi></b>${serviceTitle ? html`, <bdi>${serviceTitle}</bdi>` : nothing},
    ${spanText(format, start, end)} <span class="quiet">(${say(`why_${code}`)})</span>`;

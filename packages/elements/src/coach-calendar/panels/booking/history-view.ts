import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarBooking } from '@coach-booking/sdk';
import { hasExpired } from '../../../internal/expired.ts';
import { byPhrase, momentText, stampText } from '../parts/texts.ts';
import type { View } from '../parts/panel.ts';

/** The input of a booking's history. */
export interface HistoryContext {
  readonly view: View;
  readonly booking: CalendarBooking;
}

/** Renders the history of a booking, oldest first: created, moved, cancelled or expired, by whom and why. */
export function historyView({ view: { say, format }, booking }: HistoryContext): TemplateResult {
  const { rescheduleHistory, createdAt, cancelledAt, cancelledBy, cancellationReason, rescheduleOffered } = booking;
  const by = (at: string, who: Parameters<typeof byPhrase>[0]) =>
    say('byAt', { at: stampText(format, at), by: say(byPhrase(who)) });
  const entry = (what: string, aside: string, reason?: string, more: unknown = nothing) =>
    html`<li>${what}<br /><span class="quiet">${aside}</span>${reason ? html`<br /><q>${reason}</q>` : nothing}${more}</li>`;
  const moves = rescheduleHistory.map(({ originalStart, newStart, at, by: who, reason }) =>
    entry(
      originalStart
        ? say('historyMoved', { from: momentText(format, originalStart), to: momentText(format, newStart) })
        : say('historyPlaced', { to: momentText(format, newStart) }),
      by(at, who),
      reason,
    ),
  );
  const expired = hasExpired(booking);
  return html`<ol>
      <li>${say('historyMade', { at: stampText(format, createdAt) })}</li>
      ${moves}
      ${
        cancelledAt
          ? entry(
              say(expired ? 'historyExpired' : 'historyCancelled'),
              cancelledBy && !expired ? by(cancelledAt, cancelledBy) : stampText(format, cancelledAt),
              expired ? undefined : cancellationReason,
              rescheduleOffered ? html`<br />${say('rescheduleOffered')}` : nothing,
            )
          : nothing
      }
    </ol>`;
}

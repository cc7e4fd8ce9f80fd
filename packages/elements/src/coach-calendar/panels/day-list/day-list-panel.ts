import { html, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import { timesText } from '../../../internal/dates/zone-mark.ts';
import { wallOf } from '../../../internal/dates/wall.ts';
import { panelFrame } from '../parts/frame.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Renders all bookings of one date, for the days of a month with more than fit. */
export function dayListPanel(
  { date }: Panel & { kind: 'dayList' },
  view: View,
  { bookings, timeZone }: CalendarFlowState,
  close: () => void,
): TemplateResult {
  const { say, format, open } = view;
  const ofDay = bookings.filter(({ start }) => start && wallOf(start, timeZone).date === date);
  return panelFrame(
    view,
    { name: 'day-list', title: format.day(date), close },
    ofDay.length === 0
      ? html`<p class="quiet">${say('noBookings')}</p>`
      : html`<ul class="list">
          ${ofDay.map(
            ({ id, start, end, attendee, status }, i) =>
              html`<li>
                <button type="button" class="entry" part="button" ?autofocus=${i === 0} @click=${() => open({ kind: 'booking', id })}>
                  <span>${end ? timesText(format, start!, end) : format.time(start!)}</span>
                  <b>${attendee.name}</b>
                  <span class="status status-${status}" part="status status-${status}">${say(status)}</span>
                </button>
              </li>`,
          )}
        </ul>`,
  );
}

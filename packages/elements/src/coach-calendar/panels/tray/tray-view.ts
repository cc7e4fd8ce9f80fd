import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarBooking } from '@coach-booking/sdk';
import type { GridContext } from '../../grid-context.ts';

/**
 * Renders the bookings that have a place and no time yet, over the grid: each can be dragged to a time, and a press
 * opens the form that sets one. api 4.
 */
export function trayView(context: GridContext): TemplateResult | typeof nothing {
  const { view, state, pointer, ui } = context;
  const { say } = view;
  const { bookings, total } = state.toSchedule;
  if (bookings.length === 0) return nothing;
  const item = (booking: CalendarBooking) => {
    const { id, attendee, serviceTitle, placeNumber, actions } = booking;
    const movable = actions.includes('reschedule');
    const isHeld = ui.drag !== null && 'booking' in ui.drag && ui.drag.booking.id === id;
    const open = () =>
      pointer.isSpent() || view.open({ kind: 'booking', id, ...(movable && { act: 'reschedule' as const }) });
    return html`<li>
      <button
        type="button"
        class="waiting ${isHeld ? 'held' : ''}"
        part="unscheduled"
        @click=${open}
        @pointerdown=${(event: PointerEvent) => movable && pointer.carry(event, booking)}
        @pointermove=${pointer.move}
        @pointerup=${pointer.up}
        @pointercancel=${pointer.cancel}
      ><b><bdi>${attendee.name}</bdi></b> <span class="quiet"><bdi>${serviceTitle}</bdi>${placeNumber ? html` · ${say('placeNumber', { number: placeNumber })}` : nothing}</span><span class="vh">: ${say('chooseTime')}</span></button>
    </li>`;
  };
  const putBack = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ui.drag) return;
    event.preventDefault();
    context.setUi({ drag: null, announcement: say('moveStopped') });
  };
  return html`<section class="tray" part="tray" aria-labelledby="tray-title" @keydown=${putBack}>
    <h3 id="tray-title">${say('toSchedule', { count: total })}</h3>
    <ul>${bookings.map(item)}</ul>
    <p class="quiet">${say('toScheduleHint')}</p>
  </section>`;
}

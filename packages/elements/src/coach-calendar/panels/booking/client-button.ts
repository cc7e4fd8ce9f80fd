import { html, nothing } from 'lit';
import type { BookingContext } from './booking-form.ts';
import type { Panel } from '../parts/panel.ts';

/** The bookings to which a client's panel leads back: there the focus returns to the button. */
const returnsFromClient = new WeakSet<Panel>();

/** Registers the booking to which a client's panel leads back. */
export function returnFromClient(booking: Panel): void {
  return void returnsFromClient.add(booking);
}

const open = ({ panel, view, booking: { attendee } }: BookingContext): void =>
  view.open({ kind: 'client', id: attendee.id, name: attendee.name, then: panel });

/** Renders the button that opens the client's profile and logs; a guest has none. */
export function clientButton(context: BookingContext): unknown {
  const { panel, view, booking } = context;
  if (booking.attendee.kind !== 'client') return nothing;
  return html`<div class="ways">
    <button type="button" class="soft" part="button client" aria-keyshortcuts="i" ?autofocus=${returnsFromClient.has(panel)} @click=${() => open(context)}>${view.say('keys_client')}</button>
  </div>`;
}

/** Handles `i` on the panel of a booking, except in text fields. */
export function clientKey(context: BookingContext) {
  return (event: KeyboardEvent): void => {
    if (event.key !== 'i' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (context.booking.attendee.kind !== 'client' || (event.target as Element).closest('input, select, textarea'))
      return;
    event.preventDefault();
    open(context);
  };
}

import { html, nothing } from 'lit';
import { textButton } from '../parts/buttons.ts';
import { initialBookingForm, isTyped, type BookingContext } from './booking-form.ts';

/**
 * Renders that the booking was changed elsewhere while something is typed about it: what is typed can be given up for
 * the newer state, or kept. Without typed work the panel shows the newer state by itself.
 */
export function changedView({ view, state, booking, form, busy }: BookingContext): unknown {
  const { say } = view;
  const { value, set } = form;
  const { version } = booking;
  if (value.version >= version) return nothing;
  const isOwn = busy || (state.done?.bookingId === booking.id && state.done.change?.after.version === version);
  if (isOwn || !isTyped(value, booking, state)) {
    queueMicrotask(() => set({ version }));
    return nothing;
  }
  const back = () => set({ ...initialBookingForm(value.step, booking, state), tell: value.tell });
  return html`<div role="status" class="warning" part="warning">
    <p>${say('changedElsewhere')}</p>
    <div class="ways">${textButton('soft', say('putItBack'), back)} ${textButton('soft', say('keepMine'), () => set({ version }))}</div>
  </div>`;
}

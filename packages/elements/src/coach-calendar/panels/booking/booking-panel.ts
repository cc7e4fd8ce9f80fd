import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { bookingCard } from './booking-card.ts';
import { bookingMemory, type BookingStep } from './booking-memory.ts';
import { cancelForm } from './cancel-form.ts';
import { clientKeys } from './client-way.ts';
import { panelFrame, stepFrame } from '../parts/frame.ts';
import { keptOf } from '../parts/kept.ts';
import { rescheduleForm } from './reschedule-form.ts';
import type { Panel, View } from '../parts/seam.ts';

/** One booking: who, when, what, and what can be done with it. */
export function bookingPanel(
  panel: Panel & { kind: 'booking' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const booking = state.bookings.find(({ id }) => id === panel.id);
  if (!booking)
    return panelFrame(view, { name: 'booking', title: say('booking'), close }, html`<p>${say('bookingGone')}</p>`);
  const kept = keptOf(panel, view, () => bookingMemory(panel.act ?? 'card', booking, state));
  const { step } = kept.value;
  const busy = state.busy.includes(booking.id);
  const show = (next: BookingStep) => {
    if (state.problem) flow.dismiss();
    kept.set({ step: next, tried: false });
  };
  const context = { panel, view, state, flow, booking, kept, busy, show, close };
  const [title, content] =
    step === 'reschedule'
      ? [say('moveBooking'), rescheduleForm(context)]
      : step === 'card'
        ? [booking.attendee.name, bookingCard(context)]
        : [say('cancelTitle'), cancelForm(context)];
  const back = step === 'card' ? undefined : () => show('card');
  const keys = step === 'card' ? clientKeys(context) : undefined;
  return panelFrame(view, { name: 'booking', title, busy, back, close, keys }, keyed(step, stepFrame(content)));
}

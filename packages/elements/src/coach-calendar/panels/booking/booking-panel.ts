import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { bookingOf } from '../../booking-of.ts';
import { bookingCard } from './booking-card.ts';
import { initialBookingForm, isTyped, type BookingStep } from './booking-form.ts';
import { cancelForm } from './cancel-form.ts';
import { changedView } from './changed-view.ts';
import { clientKey } from './client-button.ts';
import { panelFrame, stepFrame } from '../parts/frame.ts';
import { typedAt } from '../parts/moment-fields.ts';
import { formStateOf } from '../parts/form-state.ts';
import { rescheduleForm } from './reschedule-form.ts';
import type { Panel, View } from '../parts/panel.ts';

/** Renders one booking: its people, its time, its service, and its actions. */
export function bookingPanel(
  panel: Panel & { kind: 'booking' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const booking = bookingOf(state, panel.id);
  if (!booking)
    return panelFrame(view, { name: 'booking', title: say('booking'), close }, html`<p>${say('bookingGone')}</p>`);
  const first = () => ({
    ...initialBookingForm(panel.act ?? 'card', booking, state),
    ...(panel.at && typedAt(panel.at, state.timeZone)),
  });
  const form = formStateOf(panel, view, first, (value) => isTyped(value, booking, state));
  const { step } = form.value;
  const busy = state.busy.includes(booking.id);
  const show = (next: BookingStep) => {
    if (state.problem) flow.dismiss();
    form.set({ step: next, submitted: false });
  };
  const context = { panel, view, state, flow, booking, form, busy, show, close };
  const [title, content] =
    step === 'reschedule'
      ? [say(booking.start ? 'moveBooking' : 'chooseTime'), rescheduleForm(context)]
      : step === 'card'
        ? [booking.attendee.name, bookingCard(context)]
        : [say('cancelTitle'), cancelForm(context)];
  const back = step === 'card' ? undefined : () => show('card');
  const keys = step === 'card' ? clientKey(context) : undefined;
  const whole = html`${changedView(context)} ${keyed(step, stepFrame(content))}`;
  return panelFrame(view, { name: 'booking', title, busy, back, close, keys }, whole);
}

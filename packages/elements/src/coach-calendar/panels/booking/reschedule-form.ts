import { html, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-form.ts';
import { textButton } from '../parts/buttons.ts';
import { fieldsOf } from '../../../internal/fields.ts';
import { formView, submitRow, toSubmit } from '../parts/form.ts';
import { momentFields, momentOf, typedAt } from '../parts/moment-fields.ts';
import { unblockButton } from '../parts/unblock-button.ts';
import { problemOf, problemView, withoutStart } from '../parts/problem-view.ts';
import { notifyOf, notifyField } from '../parts/tell.ts';
import { spanText } from '../parts/texts.ts';

/** Renders the form that moves a booking: date, time, length and reason. A refusal offers the nearest free times. */
export function rescheduleForm({
  panel,
  view,
  state,
  flow,
  booking,
  form,
  busy,
  show,
}: BookingContext): TemplateResult {
  const { say, format } = view;
  const { value, set } = form;
  const { timeZone } = state;
  const problem = withoutStart(problemOf(state.problem, ['reschedule'], booking.id), booking.start);
  const typed = { say, prefix: 'move', value, busy, set };
  const { text } = fieldsOf(typed);
  const recipientOf = (start: string | undefined) => ({ email: booking.attendee.email, start });
  const read = () => {
    set({ submitted: true });
    return momentOf(form.value, timeZone);
  };
  const send = async ({ start, duration }: { start: string; duration: number }) => {
    const { reason } = form.value;
    const input = {
      start,
      ...(duration !== booking.duration && { duration }),
      ...(reason.trim() && { reason: reason.trim() }),
      ...notifyOf(view, recipientOf(start), form.value),
    };
    if (await flow.reschedule(booking.id, input)) show('card');
  };
  const anyway = async () => {
    if (!busy && (await flow.override())) show('card');
  };
  const choose = (start: string) => {
    if (busy) return;
    flow.dismiss();
    set(typedAt(start, timeZone));
    toSubmit(view);
  };
  const out = textButton('link', say('keep'), () => show('card'));
  return formView(
    { busy, read, send },
    html`${booking.start && booking.end ? html`<p class="quiet">${spanText(format, booking.start, booking.end)}</p>` : null}
    ${momentFields(typed, format, true)} ${text('reason', 'reason', { maxLength: 500 })}
    ${notifyField(view, 'move', recipientOf(momentOf(value, timeZone)?.start), value, { busy, set })}
    ${problemView(view, problem, { choose, anyway: { phrase: 'moveAnyway', act: () => void anyway() }, more: unblockButton(view, state, problem, panel, value.date, value.time) })}
    ${submitRow(view, say(booking.start ? 'moveBooking' : 'chooseTime'), busy, { out })}`,
  );
}

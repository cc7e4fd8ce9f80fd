import { html, nothing, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-form.ts';
import { textButton } from '../parts/buttons.ts';
import { fieldsOf } from '../../../internal/fields.ts';
import { formView, submitRow } from '../parts/form.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import { isNotified, notifyOf, notifyField } from '../parts/tell.ts';
import { momentText } from '../parts/texts.ts';

/** Renders the form that cancels a booking in two steps: first the reason, then one clear question. */
export function cancelForm({ view, state, flow, booking, form, busy, show, close }: BookingContext): TemplateResult {
  const { say, format } = view;
  const { value, set } = form;
  const { reason } = value;
  const problem = problemView(view, problemOf(state.problem, ['cancel'], booking.id));
  const fields = fieldsOf({ say, prefix: 'cancel', value, busy, set });
  const out = textButton('link', say('keep'), () => show('card'));
  if (value.step === 'cancel') {
    return formView(
      { read: () => true, send: () => show('cancelCheck') },
      html`<p>${say('cancelWarning')}</p>
        ${fields.text('reason', 'reason', { type: 'area', maxLength: 500, first: true })}
        ${problem} ${submitRow(view, say('cancelReview'), false, { out })}`,
    );
  }
  const { start, summary, attendee } = booking;
  const recipient = { email: attendee.email, start };
  // The message that declines a request offers that anyway.
  const canOffer = booking.status !== 'pending' && isNotified(view, recipient, value);
  const read = () => ({
    ...(reason.trim() && { reason: reason.trim() }),
    ...notifyOf(view, recipient, form.value),
    ...(canOffer && value.offer && { offerReschedule: true }),
  });
  const send = async (input: ReturnType<typeof read>) => {
    if (await flow.cancel(booking.id, input)) close();
  };
  return formView(
    { busy, read, send },
    html`<p><b>${say('cancelCheck', { summary, when: start ? momentText(format, start) : '' })}</b></p>
      ${reason.trim() ? html`<q>${reason.trim()}</q>` : nothing} ${notifyField(view, 'cancel', recipient, value, { busy, set })}
      ${canOffer ? fields.check('offer', 'offerReschedule') : nothing}
      ${problem}
      ${submitRow(view, say('cancelYes'), busy, { danger: 'danger', out })}`,
  );
}

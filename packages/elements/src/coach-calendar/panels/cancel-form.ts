import { html, nothing, type TemplateResult } from 'lit';
import type { BookingContext } from './booking-memory.ts';
import { checkField, submitButton, textField } from './fields.ts';
import { problemOf, problemView } from './problem-view.ts';
import { momentText } from './texts.ts';

/** Cancels a booking in two steps: first why and who is told, then one clear question. */
export function cancelForm({ view, state, flow, booking, kept, busy, show, close }: BookingContext): TemplateResult {
  const { say, format } = view;
  const { value, set } = kept;
  const { reason, notify, offer } = value;
  const problem = problemView(view, problemOf(state.problem, ['cancel'], booking.id));
  const keep = html`<button type="button" class="link" part="link" @click=${() => show('card')}>${say('keep')}</button>`;
  if (value.step === 'cancel') {
    const go = (event: Event) => {
      event.preventDefault();
      show('cancelCheck');
    };
    return html`<form novalidate @submit=${go}>
      <p>${say('cancelWarning')}</p>
      ${textField({ id: 'cancel-reason', label: say('reason'), aside: say('optional'), type: 'area', value: reason, longest: 500, first: true, input: (typed) => set({ reason: typed }) })}
      ${checkField({ id: 'cancel-notify', label: say('tellClient'), checked: notify, change: (checked) => set({ notify: checked, offer: checked && offer }) })}
      ${checkField({ id: 'cancel-offer', label: say('offerReschedule'), checked: offer, busy: !notify, change: (checked) => set({ offer: checked }) })}
      ${problem}
      <div class="ways">${submitButton(say('cancelReview'), false, '')} ${keep}</div>
    </form>`;
  }
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const wish = { notify, offerReschedule: offer, ...(reason.trim() && { reason: reason.trim() }) };
    if (await flow.cancel(booking.id, wish)) close();
  };
  const { start, summary } = booking;
  return html`<form novalidate @submit=${submit}>
    <p><b>${say('cancelCheck', { summary, when: start ? momentText(format, start) : '' })}</b></p>
    <p>${say(notify ? 'cancelTold' : 'cancelNotTold')} ${offer ? say('rescheduleOffered') : nothing}</p>
    ${reason.trim() ? html`<q>${reason.trim()}</q>` : nothing} ${problem}
    <div class="ways">${submitButton(say('cancelYes'), busy, say('busy'), 'danger')} ${keep}</div>
  </form>`;
}

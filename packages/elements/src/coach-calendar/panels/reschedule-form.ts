import { html, type TemplateResult } from 'lit';
import { wallOf } from '../../dates/wall.ts';
import type { BookingContext } from './booking-memory.ts';
import { checkField, focusWrong, submitButton, textField } from './fields.ts';
import { momentFields, momentOf } from './moment-fields.ts';
import { openWays } from './open-ways.ts';
import { problemOf, problemView } from './problem-view.ts';
import { spanText } from './texts.ts';

/** Moves a booking: date, time, length, why, and whether the client is told. A refusal comes with the nearest free times. */
export function rescheduleForm({ panel, view, state, flow, booking, kept, busy, show }: BookingContext): TemplateResult {
  const { say, format } = view;
  const { value, set } = kept;
  const { timeZone } = state;
  const problem = problemOf(state.problem, ['reschedule'], booking.id);
  const send = async (start: string, duration: number) => {
    const { reason, notify } = kept.value;
    const wish = { start, notify, ...(duration !== booking.duration && { duration }), ...(reason.trim() && { reason: reason.trim() }) };
    if (await flow.reschedule(booking.id, wish)) show('card');
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (busy) return;
    set({ tried: true });
    const moment = momentOf(kept.value, timeZone);
    if (moment) void send(moment.start, moment.duration);
    else focusWrong(event.target as HTMLFormElement);
  };
  const choose = (start: string) => {
    if (busy) return;
    set(wallOf(start, timeZone));
    void send(start, momentOf(kept.value, timeZone)?.duration ?? booking.duration ?? 60);
  };
  return html`<form novalidate @submit=${submit}>
    ${booking.start && booking.end ? html`<p class="quiet">${spanText(format, booking.start, booking.end)}</p>` : null}
    ${momentFields(say, { prefix: 'move', typed: value, tried: value.tried, busy, first: true, set })}
    ${textField({ id: 'move-reason', label: say('reason'), aside: say('optional'), value: value.reason, longest: 500, busy, input: (reason) => set({ reason }) })}
    ${checkField({ id: 'move-notify', label: say('tellClient'), checked: value.notify, busy, change: (notify) => set({ notify }) })}
    ${problemView(view, problem, { choose, more: openWays(view, state, problem, panel, value.date, value.time) })}
    <div class="ways">
      ${submitButton(say('moveBooking'), busy, say('busy'))}
      <button type="button" class="link" part="link" @click=${() => show('card')}>${say('keep')}</button>
    </div>
  </form>`;
}

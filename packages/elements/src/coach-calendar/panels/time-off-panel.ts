import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../flow.ts';
import { checkField, focusWrong, submitButton, textField } from './fields.ts';
import { panelFrame } from './frame.ts';
import { panelIcons } from './icons.ts';
import { keptOf } from './kept.ts';
import { problemOf, problemView } from './problem-view.ts';
import type { Panel, View } from './seam.ts';
import { awayText, spanText } from './texts.ts';
import { awayOf, bookingsIn, timeOffMemory } from './time-off-memory.ts';

/** Adds time off and takes it away again. Bookings in it are named before; they stay. */
export function timeOffPanel(
  panel: Panel & { kind: 'timeOff' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say } = view;
  const kept = keptOf(panel, view, () => timeOffMemory(panel, state.timeZone));
  const { value, set } = kept;
  const busy = state.busy.includes('timeOff');
  const away = awayOf(value, state.timeZone);
  const error = (phrase: 'invalidDate' | 'invalidTime', text: string) => (value.tried && !text ? say(phrase) : null);
  const wrongEnd = away === 'endAfterStart' ? say('endAfterStart') : null;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    set({ tried: true });
    if (away === null || typeof away === 'string') return focusWrong(event.target as HTMLFormElement);
    const reason = value.reason.trim();
    if (await flow.addTimeOff({ ...away, ...(reason && { reason }) })) close();
  };
  const time = (id: 'fromTime' | 'toTime') =>
    value.allDay
      ? nothing
      : textField({
          id: `off-${id}`,
          label: say(id),
          type: 'time',
          value: value[id],
          needed: true,
          busy,
          error: error('invalidTime', value[id]),
          input: (typed) => set({ [id]: typed }),
        });
  const date = (id: 'fromDate' | 'toDate', first: boolean, wrong: string | null) =>
    textField({
      id: `off-${id}`,
      label: say(id),
      type: 'date',
      value: value[id],
      needed: true,
      first,
      busy,
      error: error('invalidDate', value[id]) ?? wrong,
      input: (typed) => set({ [id]: typed }),
    });
  return panelFrame(
    view,
    { name: 'time-off', title: say('timeOff'), busy, close },
    html`<form novalidate @submit=${submit}>
        ${checkField({ id: 'off-all-day', label: say('allDay'), checked: value.allDay, busy, change: (allDay) => set({ allDay }) })}
        <div class="row">${date('fromDate', true, null)} ${time('fromTime')}</div>
        <div class="row">${date('toDate', false, wrongEnd)} ${time('toTime')}</div>
        ${textField({ id: 'off-reason', label: say('reason'), aside: say('optional'), value: value.reason, longest: 200, busy, input: (reason) => set({ reason }) })}
        ${conflictsView(view, state, away)} ${problemView(view, problemOf(state.problem, ['addTimeOff', 'removeTimeOff']))}
        <div class="ways">${submitButton(say('addTimeOff'), busy, say('busy'))}</div>
      </form>
      ${listView(view, state, flow, busy)}`,
  );
}

function conflictsView({ say, format }: View, { bookings }: CalendarFlowState, away: ReturnType<typeof awayOf>): TemplateResult {
  const met = away === null || typeof away === 'string' ? [] : bookingsIn(bookings, away);
  return html`<div role="status">
    ${
      met.length > 0
        ? html`<div class="warning" part="warning">
            <p>${say('conflictsTimeOff', { count: met.length })}</p>
            <ul>
              ${met.map(({ summary, start, end }) => html`<li>${summary}<br /><span class="quiet">${spanText(format, start!, end!)}</span></li>`)}
            </ul>
          </div>`
        : nothing
    }
  </div>`;
}

function listView({ say, format }: View, { timeOff }: CalendarFlowState, flow: Flow, busy: boolean): TemplateResult {
  return html`<section>
    <h3>${say('timeOffListed')}</h3>
    ${timeOff.length === 0 ? html`<p class="quiet">${say('timeOffNone')}</p>` : nothing}
    <ul class="list">
      ${timeOff.map(({ id, start, end, reason }) => {
        const when = awayText(format, start, end);
        return html`<li>
          <span>${when}${reason ? html`<br /><span class="quiet">${reason}</span>` : nothing}</span>
          <button type="button" class="icon" aria-label=${say('removeOf', { what: when })} aria-disabled=${busy} @click=${() => busy || flow.removeTimeOff(id)}>${panelIcons.remove}</button>
        </li>`;
      })}
    </ul>
  </section>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import type { Flow } from '../../flow.ts';
import { iconButton, textButton } from '../parts/buttons.ts';
import { fieldsOf } from '../../../internal/fields.ts';
import { formView, submitRow } from '../parts/form.ts';
import { panelFrame } from '../parts/frame.ts';
import { panelIcons } from '../parts/icons.ts';
import { differsIn, formStateOf } from '../parts/form-state.ts';
import { problemOf, problemView } from '../parts/problem-view.ts';
import type { Panel, View } from '../parts/panel.ts';
import { timeOffText, spanText } from '../parts/texts.ts';
import { wallOf } from '../../../internal/dates/wall.ts';
import { kindView, repeatView } from './repeat-view.ts';
import {
  timeOffInputOf,
  bookingsIn,
  exceptOf,
  initialTimeOffForm,
  repeatOf,
  skippedIn,
  WEEKS,
  wordsOf,
  type TimeOffForm,
} from './time-off-form.ts';

const isTyped = (value: TimeOffForm, first: TimeOffForm): boolean =>
  differsIn(
    [
      'allDay',
      'fromDate',
      'fromTime',
      'toDate',
      'toTime',
      'reason',
      'personal',
      'title',
      'everyWeeks',
      'until',
      'weekdays',
    ],
    value,
    first,
  );

/** Renders the form that adds time off, or changes and removes it. Bookings in it are named before; they stay. */
export function timeOffPanel(
  panel: Panel & { kind: 'timeOff' },
  view: View,
  state: CalendarFlowState,
  flow: Flow,
  close: () => void,
): TemplateResult {
  const { say, format } = view;
  const stored = state.timeOff.find(({ id }) => id === panel.id);
  const form = formStateOf(
    panel,
    view,
    () => initialTimeOffForm({ ...panel, kind: undefined, ...stored }, state),
    isTyped,
  );
  const { value, set } = form;
  const busy = state.busy.includes('timeOff');
  const { text, check, select } = fieldsOf({ say, prefix: 'off', value, busy, set });
  const away = timeOffInputOf(value, state.timeZone);
  const skipped = skippedIn(value, state.timeZone);
  const missing = (name: keyof typeof value, phrase: 'invalidDate' | 'invalidTime') =>
    value.submitted && !value[name] ? say(phrase) : null;
  const wrongEnd = away === 'endAfterStart' ? say('endAfterStart') : null;
  const time = (name: 'fromTime' | 'toTime') =>
    value.allDay
      ? nothing
      : text(name, name, {
          type: 'time',
          required: true,
          error: missing(name, 'invalidTime') ?? (skipped.includes(name) ? say('skippedTime') : null),
        });
  const date = (name: 'fromDate' | 'toDate', first: boolean, wrong: string | null) =>
    text(name, name, { type: 'date', required: true, first, error: missing(name, 'invalidDate') ?? wrong });
  const repeat = away && typeof away === 'object' ? repeatOf(value, away.start, state) : undefined;
  const read = () => {
    set({ submitted: true });
    return typeof away === 'string' || typeof repeat === 'string' ? null : away;
  };
  const send = async (span: NonNullable<ReturnType<typeof read>>) => {
    const from = wallOf(span.start, state.coachTimeZone).date;
    const rule = typeof repeat === 'object' && {
      repeat: { ...repeat, ...exceptOf(stored?.repeat ?? {}, { from, until: repeat.until }) },
    };
    const input = { ...span, ...wordsOf(value), ...rule };
    if (await (stored ? flow.changeTimeOff(stored.id, input) : flow.addTimeOff(input))) close();
  };
  const problem = problemView(view, problemOf(state.problem, ['addTimeOff', 'changeTimeOff', 'removeTimeOff']));
  const remove = async () => {
    if (!busy && stored && (await flow.removeTimeOff(stored.id))) close();
  };
  const removeOne = async () => {
    if (busy || !stored?.repeat) return;
    const { id, start, end, firstStart = start, firstEnd = end, ...rest } = stored;
    const [from, date] = [firstStart, panel.start].map((at) => wallOf(at, state.coachTimeZone).date) as [
      string,
      string,
    ];
    const repeated = { ...stored.repeat, ...exceptOf(stored.repeat, { from, until: stored.repeat.until }, date) };
    if (await flow.changeTimeOff(id, { ...rest, start: firstStart, end: firstEnd, repeat: repeated })) close();
  };
  return panelFrame(
    view,
    { name: 'time-off', title: say('timeOff'), busy, close },
    html`${formView(
      { busy, read, send },
      html`${kindView(view, value.personal, (personal) => set({ personal }))}
        ${value.personal ? text('title', 'title', { maxLength: 120, first: !stored }) : nothing} ${check('allDay', 'allDay')}
        <div class="row">${date('fromDate', !value.personal, null)} ${time('fromTime')}</div>
        <div class="row">${date('toDate', false, wrongEnd)} ${time('toTime')}</div>
        ${select('everyWeeks', 'repeat', [['', say('repeatNever')], ...WEEKS.map((weeks) => [`${weeks}`, say('repeatWeeks', { count: weeks })] as const)])}
        ${value.everyWeeks ? repeatView(view, state, value, set) : nothing}
        ${value.everyWeeks ? text('until', 'repeatUntil', { type: 'date', required: true, error: typeof repeat === 'string' ? say(repeat) : null }) : nothing}
        ${value.personal ? html`<p class="quiet">${say('personalHint')}</p>` : text('reason', 'reason', { maxLength: 200 })} ${conflictsView(view, state, away)}
        ${problem}
        ${submitRow(view, say(stored ? 'save' : value.personal ? 'addEvent' : 'addTimeOff'), busy, { out: stored ? textButton('soft', say(stored.repeat ? 'removeTimeOffs' : value.personal ? 'removeEvent' : 'removeTimeOff'), () => void remove()) : nothing })}`,
    )}
    ${stored?.repeat ? html`<p>${textButton('soft', say('removeThis', { date: format.day(wallOf(panel.start, state.timeZone).date) }), () => void removeOne())}</p>` : nothing}
    ${stored ? nothing : listView(view, state, flow, busy)}`,
  );
}

function conflictsView(
  { say, format, now }: View,
  { bookings }: CalendarFlowState,
  away: ReturnType<typeof timeOffInputOf>,
): TemplateResult {
  const met = away === null || typeof away === 'string' ? [] : bookingsIn(bookings, away, now);
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
      ${timeOff.map(({ id, start, end, title, reason = title }) => {
        const when = timeOffText(format, start, end);
        return html`<li>
          <span>${when}${reason ? html`<br /><span class="quiet">${reason}</span>` : nothing}</span>
          ${iconButton(panelIcons.remove, say('removeOf', { what: when }), () => flow.removeTimeOff(id), { busy })}
        </li>`;
      })}
    </ul>
  </section>`;
}

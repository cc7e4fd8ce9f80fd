import { html, nothing, type TemplateResult } from 'lit';
import type { WallRange } from '@coach-booking/sdk';
import { iconButton, textButton } from '../parts/buttons.ts';
import { checkField, textField } from '../../../internal/fields.ts';
import { formView, submitRow } from '../parts/form.ts';
import { stepFrame } from '../parts/frame.ts';
import { panelIcons } from '../parts/icons.ts';
import { rangesView } from './ranges-view.ts';
import { overrideFor, type TypedOverride } from './schedule-form.ts';
import type { ScheduleContext } from './schedule-view.ts';
import { wallRangeText } from '../parts/texts.ts';
import { rangeProblem } from '../parts/typed-range.ts';
import { mergeRanges, nextRange, skippedOn } from './weekly-hours.ts';

/** Renders the dates with hours of their own: from today on, each to edit or remove, and one more. */
export function overridesView(context: ScheduleContext): TemplateResult {
  const { view, state, flow, stored, value, busy, saveForm: keep } = context;
  const { say, format, language } = view;
  const dates = stored.dateOverrides
    .filter(({ date }) => date >= state.today)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  if (value.override) return overrideForm(context, value.override);
  return html`<section>
    ${dates.length === 0 ? html`<p class="quiet">${say('overridesNone')}</p>` : nothing}
    <ul class="list">
      ${dates.map(({ date, ranges }) => {
        const day = format.day(date);
        return html`<li>
          <span>${day}<br /><span class="quiet">${ranges.length === 0 ? say('closedDay') : ranges.map((range) => wallRangeText(language, range)).join(', ')}</span></span>
          ${iconButton(panelIcons.edit, `${say('edit')}: ${day}`, () => keep({ override: overrideFor(stored, date), submitted: false }))}
          ${iconButton(panelIcons.remove, say('removeOf', { what: day }), () => flow.removeDateOverride(date), { busy })}
        </li>`;
      })}
    </ul>
    ${textButton('soft', say('addOverride'), () => keep({ override: { ...overrideFor(stored, state.date), known: false }, submitted: false }))}
  </section>`;
}

function overrideForm(
  { view, flow, stored, value, busy, hasBack: goesBack, saveForm: keep, close }: ScheduleContext,
  override: TypedOverride,
): TemplateResult {
  const { say, format } = view;
  const { date, ranges, known } = override;
  const set = (change: Partial<TypedOverride>) => keep({ override: { ...override, ...change } });
  const another = nextRange(ranges);
  const closed = ranges.length === 0;
  const problemOn = (range: WallRange) => {
    const skipped = skippedOn(date, range, stored.timeZone);
    return { start: skipped.start && say('skippedTime'), end: skipped.end && say('skippedTime') };
  };
  const isWrong = (range: WallRange) => !!rangeProblem(range) || Object.values(problemOn(range)).some(Boolean);
  const stop = () => keep({ override: null });
  const read = () => {
    keep({ submitted: true });
    return !!date && !ranges.some(isWrong);
  };
  const send = async () => {
    if (!(await flow.setDateOverride(date, mergeRanges(ranges)))) return;
    stop();
    if (goesBack) close();
  };
  const out = textButton('link', say('discard'), () => busy || stop());
  return formView(
    { busy, read, send },
    html`${stepFrame(html`
      ${
        known
          ? html`<h3>${say('overrideOn', { date: format.day(date) })}</h3>`
          : textField({
              id: 'override-date',
              label: say('date'),
              type: 'date',
              value: date,
              required: true,
              first: true,
              busy,
              error: value.submitted && !date ? say('invalidDate') : null,
              input: (typed) =>
                keep({
                  override: typed ? { ...overrideFor(stored, typed), known: false } : { ...override, date: typed },
                }),
            })
      }
      ${checkField({ id: 'override-closed', label: say('closedDay'), checked: closed, busy, change: (checked) => set({ ranges: checked ? [] : [{ start: '09:00', end: '17:00' }] }) })}
      ${rangesView(view, { prefix: 'override', label: say('overrideOn', { date: date ? format.day(date) : '' }), ranges, busy, problemOn, set: (next) => set({ ranges: next }) })}
      ${!closed && another ? textButton('link', say('addHours'), () => set({ ranges: [...ranges, another] })) : nothing}
    `)}
    ${submitRow(view, say('save'), busy, { busyText: say('saving'), out })}`,
  );
}

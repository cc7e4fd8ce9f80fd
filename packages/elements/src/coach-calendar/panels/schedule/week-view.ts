import { html, nothing, type TemplateResult } from 'lit';
import { textButton } from '../parts/buttons.ts';
import { checkField } from '../../../internal/fields.ts';
import { panelIcons } from '../parts/icons.ts';
import { rangesView } from './ranges-view.ts';
import type { ScheduleContext } from './schedule-view.ts';
import { weekdayName } from '../parts/texts.ts';
import { copyDay, nextBreak, nextRange, type WeekdayHours } from './weekly-hours.ts';

/** Renders hours and breaks of every weekday, a line each, in the order of the coach's week. */
export function weekView(context: ScheduleContext): TemplateResult {
  const { state, value } = context;
  const order = Array.from({ length: 7 }, (_, i) => (state.preferences.weekStart + i) % 7);
  return html`<div class="weekdays">${order.map((dayOfWeek) => dayView(context, value.week[dayOfWeek]!))}</div>`;
}

function dayView(context: ScheduleContext, day: WeekdayHours): TemplateResult {
  const { view, value, busy, edit, saveForm: keep } = context;
  const { say, language } = view;
  const { dayOfWeek, hours, breaks } = day;
  const name = weekdayName(language, dayOfWeek);
  const change = (part: Partial<WeekdayHours>) =>
    edit({ week: value.week.map((each) => (each === day ? { ...each, ...part } : each)) });
  const open = hours.length > 0;
  const another = nextRange(hours);
  const copying = value.copying?.from === dayOfWeek;
  const tool = (icon: TemplateResult, phrase: 'addHours' | 'addBreak', act: () => void) =>
    html`<button type="button" class="icon" title=${say(phrase)} aria-label="${say(phrase)}: ${name}" @click=${() => busy || act()}>${icon}</button>`;
  return html`<fieldset class="weekday">
    <legend class="vh">${name}</legend>
    ${checkField({ id: `day-${dayOfWeek}`, label: name, checked: open, busy, change: (checked) => change({ hours: checked ? [{ start: '09:00', end: '17:00' }] : [] }) })}
    <div class="ranges">
      ${rangesView(view, { prefix: `hours-${dayOfWeek}`, label: say('hoursOn', { day: name }), ranges: hours, busy, set: (ranges) => change({ hours: ranges }) })}
      ${open ? rangesView(view, { prefix: `break-${dayOfWeek}`, label: say('breakOn', { day: name }), tag: say('why_break'), ranges: breaks, busy, set: (ranges) => change({ breaks: ranges }) }) : html`<span class="quiet">${say('closed')}</span>`}
    </div>
    <div class="weekday-tools">
      ${open && another ? tool(panelIcons.add, 'addHours', () => change({ hours: [...hours, another] })) : nothing}
      ${open ? tool(panelIcons.pause, 'addBreak', () => change({ breaks: [...breaks, nextBreak(hours, breaks)] })) : nothing}
      <button type="button" class="icon" title=${say('copyTo', { day: name })} aria-label=${say('copyTo', { day: name })} aria-expanded=${copying} @click=${() => keep({ copying: copying ? null : { from: dayOfWeek, to: [] } })}>${panelIcons.copy}</button>
    </div>
    ${copying ? copyView(context, day, name) : nothing}
  </fieldset>`;
}

function copyView(
  { view, value, state, saveForm: keep, edit }: ScheduleContext,
  { dayOfWeek }: WeekdayHours,
  name: string,
): TemplateResult {
  const { say, language } = view;
  const to = value.copying?.to ?? [];
  const others = Array.from({ length: 7 }, (_, i) => (state.preferences.weekStart + i) % 7).filter(
    (day) => day !== dayOfWeek,
  );
  const choose = (days: readonly number[]) => keep({ copying: { from: dayOfWeek, to: days } });
  const copy = () => {
    if (to.length > 0) edit({ week: copyDay(value.week, dayOfWeek, to), copying: null });
  };
  return html`<div class="copy" role="group" aria-label=${say('copyTo', { day: name })}>
    ${others.map((day) =>
      checkField({
        id: `copy-${dayOfWeek}-${day}`,
        label: weekdayName(language, day),
        checked: to.includes(day),
        change: (checked) => choose(checked ? [...to, day] : to.filter((each) => each !== day)),
      }),
    )}
    <div class="ways">
      ${textButton('link', say('workdays'), () => choose(others.filter((day) => day % 6 !== 0)))}
      ${textButton('link', say('everyDay'), () => choose(others))} ${textButton('soft', say('copy'), copy, { disabled: to.length === 0 })}
    </div>
  </div>`;
}

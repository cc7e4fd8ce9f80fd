import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from '@coach-booking/time/dates';
import { allZones } from '../../../internal/dates/zone-list.ts';
import { checkField, selectField, textField } from '../../../internal/fields.ts';
import { boundsOf } from '../../../internal/numbers.ts';
import { wallDate } from '../../../internal/dates/wall-date.ts';
import { wallText, minutesOf } from '../../../internal/dates/wall-text.ts';
import { momentText, wallTimeText } from '../parts/texts.ts';
import { limitsIn, ruleOf, rules, ruleUnits, zoneTyped, type Rule, type Unit } from './schedule-form.ts';
import type { ScheduleContext } from './schedule-view.ts';

/** Renders the rules by which the hours become bookable, each in a unit of choice, an example, and the zone. */
export function rulesView(context: ScheduleContext): TemplateResult {
  const { view, value, stored, busy, edit } = context;
  const { say } = view;
  const zones = [...new Set([stored.timeZone, ...allZones()])].sort();
  return html`<div class="rules">${rules.map((rule) => ruleView(context, rule))}</div>
    ${exampleView(context)}
    ${checkField({ id: 'rule-same-day', label: say('sameDayBooking'), checked: value.sameDayBooking, busy, change: (sameDayBooking) => edit({ sameDayBooking }) })}
    ${checkField({ id: 'rule-auto-confirm', label: say('autoConfirm'), checked: value.autoConfirm, busy, change: (autoConfirm) => edit({ autoConfirm }) })}
    ${textField({ id: 'rule-time-zone', label: say('timeZone'), value: value.timeZone.replaceAll('_', ' '), list: 'rule-zones', required: true, busy, error: zoneTyped(value.timeZone, stored.timeZone) ? null : say('zoneUnknown'), input: (timeZone) => edit({ timeZone }) })}
    <datalist id="rule-zones">
      ${zones.map((zone) => html`<option value=${zone.replaceAll('_', ' ')}>${offsetText(zone, view.now)}</option>`)}
    </datalist>`;
}

/** Returns the name of a unit beside a number, as `minutes`. */
const unitName = (language: string, unit: Unit): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' })
    .formatToParts(5)
    .find(({ type }) => type === 'unit')?.value ?? unit;

/** Returns how far a zone is from UTC now, as `UTC+05:30`. */
function offsetText(zone: string, now: number): string {
  const minutes = Math.round((wallDate(now, zone).getTime() - now) / 60_000);
  return `UTC${minutes < 0 ? '-' : '+'}${wallText(Math.abs(minutes))}`;
}

function ruleView({ view: { say, language }, value, busy, edit }: ScheduleContext, rule: Rule): TemplateResult {
  const typed = value.numbers[rule];
  const { min, max } = limitsIn(rule, typed.unit);
  const change = (part: Partial<typeof typed>) =>
    edit({ numbers: { ...value.numbers, [rule]: { ...typed, ...part } } });
  return html`<div class="rule" role="group" aria-labelledby="name-${rule}">
    <span id="name-${rule}">${say(rule)}</span>
    ${textField({ id: `rule-${rule}`, label: say(rule), hiddenLabel: true, type: 'number', value: typed.text, min, max, required: true, busy, error: ruleOf(rule, typed) === null ? say('between', boundsOf(min, max)) : null, input: (text) => change({ text }) })}
    ${selectField({ id: `unit-${rule}`, label: say('unit'), hiddenLabel: true, value: typed.unit, busy, options: ruleUnits[rule].map((unit) => [unit, unitName(language, unit)]), change: (unit) => change({ unit: unit as Unit }) })}
  </div>`;
}

/** Renders from when to when clients could book at this moment, and at which times. */
function exampleView({ view, state, value }: ScheduleContext): unknown {
  const { say, format, language, now } = view;
  const [notice, window, interval] = (['minimumNotice', 'bookingWindow', 'slotInterval'] as const).map((rule) =>
    ruleOf(rule, value.numbers[rule]),
  );
  if (typeof notice !== 'number' || typeof window !== 'number' || typeof interval !== 'number') return nothing;
  const first = value.week.find(({ hours }) => hours.length > 0)?.hours[0]?.start ?? '09:00';
  const starts = [0, 1, 2]
    .map((i) => minutesOf(first) + i * interval)
    .filter((minutes) => minutes < 1440)
    .map((minutes) => wallTimeText(language, wallText(minutes)));
  const from = new Date(now + notice * 60_000).toISOString();
  return html`<p class="example" role="status">${say('rulesExample', {
    from: value.sameDayBooking || notice >= 1440 ? momentText(format, from) : format.day(addDays(state.today, 1)),
    until: format.day(addDays(state.today, window)),
    starts: new Intl.ListFormat(language, { type: 'unit' }).format(starts),
  })}</p>`;
}

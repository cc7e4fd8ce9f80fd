import { html, type TemplateResult } from 'lit';
import { allZones } from '../../../internal/dates/zone-list.ts';
import { checkField, selectField, textField } from '../../../internal/fields.ts';
import { boundsOf, wholeNumber } from '../../../internal/numbers.ts';
import { ruleLimits, rules, type Rule } from './schedule-form.ts';
import type { ScheduleContext } from './schedule-view.ts';

/** Renders the rules by which the hours become bookable, and the zone of the hours. */
export function rulesView({ view: { say }, value, stored, busy, edit }: ScheduleContext): TemplateResult {
  const number = (rule: Rule) => {
    const [min, max] = ruleLimits[rule];
    return textField({
      id: `rule-${rule}`,
      label: say(rule),
      type: 'number',
      value: value.numbers[rule],
      min,
      max,
      required: true,
      busy,
      error: wholeNumber(value.numbers[rule], min, max) === null ? say('between', boundsOf(min, max)) : null,
      input: (typed) => edit({ numbers: { ...value.numbers, [rule]: typed } }),
    });
  };
  const zones = [...new Set([stored.timeZone, value.timeZone, ...allZones()])].sort();
  return html`<div class="pairs">${rules.map(number)}</div>
    ${checkField({ id: 'rule-same-day', label: say('sameDayBooking'), checked: value.sameDayBooking, busy, change: (sameDayBooking) => edit({ sameDayBooking }) })}
    ${checkField({ id: 'rule-auto-confirm', label: say('autoConfirm'), checked: value.autoConfirm, busy, change: (autoConfirm) => edit({ autoConfirm }) })}
    ${selectField({ id: 'rule-time-zone', label: say('timeZone'), value: value.timeZone, busy, options: zones.map((zone) => [zone, zone.replaceAll('_', ' ')]), change: (timeZone) => edit({ timeZone }) })}`;
}

import { html, type TemplateResult } from 'lit';
import type { CalendarFlowState } from '@coach-booking/sdk';
import { weekdayOf } from '@coach-booking/time/dates';
import { checkField } from '../../../internal/fields.ts';
import type { View } from '../parts/panel.ts';
import { weekdayName } from '../parts/texts.ts';
import type { TimeOffForm } from './time-off-form.ts';

/** Renders the choice between time off and an event of the coach's own. */
export function kindView({ say }: View, personal: boolean, choose: (personal: boolean) => void): TemplateResult {
  const tab = (of: boolean) =>
    html`<label><input type="radio" name="off-kind" value=${of ? 'personal' : 'time_off'} .checked=${personal === of} @change=${() => choose(of)} /><span>${say(of ? 'personalEvent' : 'timeOff')}</span></label>`;
  return html`<fieldset class="tabs"><legend class="vh">${say('timeOffKind')}</legend>${tab(false)} ${tab(true)}</fieldset>`;
}

/** Renders the weekdays on which it repeats; that of the first date stays. */
export function repeatView(
  { say, language }: View,
  { preferences }: CalendarFlowState,
  { weekdays, fromDate }: TimeOffForm,
  set: (change: Partial<TimeOffForm>) => void,
): TemplateResult {
  const first = fromDate ? weekdayOf(fromDate) : -1;
  const order = Array.from({ length: 7 }, (_, i) => (preferences.weekStart + i) % 7);
  return html`<fieldset class="days" aria-label=${say('repeatOn')}>
    ${order.map((day) => checkField({ id: `off-day-${day}`, label: weekdayName(language, day), checked: day === first || weekdays.includes(day), busy: day === first, change: (on) => set({ weekdays: on ? [...weekdays, day] : weekdays.filter((each) => each !== day) }) }))}
  </fieldset>`;
}

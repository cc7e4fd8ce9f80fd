import { html, nothing, type TemplateResult } from 'lit';
import type { SlotsState } from '@coach-booking/sdk';
import { shiftMonth } from '@coach-booking/time/dates';
import { firstWeekday } from '../internal/dates/week.ts';
import { cityOf } from '../internal/dates/zone.ts';
import { icons } from './icons.ts';
import { monthView } from './month.ts';
import { dayShown, type Picker, type PickerIntents } from './picker.ts';
import { timesView } from './times-view.ts';
import type { View } from './view.ts';

/** Grey bars of the size of the content to come, so that nothing moves when it is drawn. */
const waiting = ({ say }: View) =>
  html`<section class="month wait"><p class="vh">${say('loading')}</p><i></i><i></i></section><section class="times wait"><i></i><i></i></section>`;

/**
 * Renders month and times side by side, or one below the other where the width is small. `below` is drawn under the
 * times.
 */
export function pickerView(
  view: View,
  picker: Picker,
  intents: PickerIntents,
  below: unknown = nothing,
): TemplateResult {
  const { slots } = picker;
  const { steps } = view;
  if (!picker.coach) return waiting(view);
  return html`<section class="month" part="calendar">${monthPart(view, slots, intents)}<div class="zone" part="time-zone">${steps ? steps.zoneView(view, picker, intents) : cityOf(slots.timeZone)}</div></section>
    <section class="times" part="slots" aria-busy=${slots.loading}>
      ${steps?.aboveView(view, picker, intents)}${timesView(view, picker, dayShown(slots), intents)}${below}
    </section>`;
}

function monthPart(view: View, slots: SlotsState, intents: PickerIntents) {
  const { say, format, ui, rtl } = view;
  const { month, byDate } = slots;
  const rules = {
    today: format.wall(view.now).slice(0, 10),
    firstWeekday: firstWeekday(format.language),
    rtl,
  };
  const { weeks, first, getDayProps } = monthView({
    month,
    chosen: dayShown(slots),
    cursor: ui.cursor,
    byDate,
    ...rules,
  });
  const turn = (months: number) => () => {
    view.setUi({ cursor: null });
    intents.showMonth(shiftMonth(month, months));
  };
  const choose = (event: Event) => {
    // A translator of the page wraps the texts in elements of its own.
    const date = (event.target as HTMLElement).closest<HTMLElement>('[data-date]')?.dataset['date'];
    if (!date || getDayProps(date).past) return;
    view.setUi({ cursor: date, slotCursor: null });
    intents.chooseDay(date);
  };
  const day = (date: string | null) => {
    if (!date) return html`<span role="gridcell"></span>`;
    const { free, full, today, chosen, past, tabbable } = getDayProps(date);
    return html`<button
      type="button"
      role="gridcell"
      part="day ${free ? 'day-free' : 'day-none'} ${chosen ? 'day-chosen' : ''}"
      data-date=${date}
      tabindex=${tabbable ? 0 : -1}
      aria-selected=${chosen}
      aria-disabled=${past}
      aria-current=${today ? 'date' : nothing}
      aria-label="${format.day(date)}, ${say(free ? 'available' : full ? 'booked' : slots.loading ? 'loading' : 'unavailable')}"
    >${format.number(+date.slice(8))}</button>`;
  };
  return html`<div class="bar">
      <h3 id="step" tabindex="-1" part="month"><span class="vh">${say('picker')}: </span><span id="month" aria-live="polite">${format.month(month)}</span></h3>
      <button type="button" class="turn" part="month-button" aria-label=${say('previous')} aria-disabled=${first} @click=${first ? nothing : turn(-1)}>${icons.back}</button>
      <button type="button" class="turn" part="month-button" aria-label=${say('next')} @click=${turn(1)}>${icons.forward}</button>
    </div>
    <div role="grid" translate="no" aria-labelledby="month" aria-busy=${slots.loading} @click=${choose} @keydown=${(event: KeyboardEvent) => view.steps?.dayKey(event, view, month, rules, intents)}>
      <div role="row">${weeks[1]!.map((date) => html`<span role="columnheader">${format.weekday(date!)}</span>`)}</div>
      ${weeks.map((week) => html`<div role="row">${week.map(day)}</div>`)}
    </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { SlotsState } from '@coach-booking/sdk';
import { monthOf, addMonths } from '../dates/plain-date.ts';
import { firstWeekday } from '../dates/week.ts';
import { wallMoment } from '../dates/zone.ts';
import { icons } from './icons.ts';
import { monthView, moveDay } from './month.ts';
import { shownDay, type Picker, type PickerIntents } from './picker.ts';
import { problemView } from './problem-view.ts';
import { timesView } from './times-view.ts';
import type { View } from './view.ts';
import { zoneView } from './zone-view.ts';

/** Month and times side by side, or one below the other where there is no room. `below` comes under the times. */
export function pickerView(view: View, picker: Picker, intents: PickerIntents, below: unknown = nothing): TemplateResult {
  const { slots, problem } = picker;
  return html`<section class="month" part="calendar">${monthPart(view, slots, intents)}${zoneView(view, picker, intents)}</section>
    <section class="times" part="slots" aria-busy=${slots.loading}>
      ${problem && problemView(view, problem, intents)}${timesView(view, picker, shownDay(slots), intents)}${below}
    </section>`;
}

function monthPart(view: View, slots: SlotsState, intents: PickerIntents) {
  const { say, format, ui, rtl } = view;
  const { month, byDate } = slots;
  const rules = { today: wallMoment(view.now, slots.timeZone).date, firstWeekday: firstWeekday(format.language), rtl };
  const { weeks, first, getDayProps } = monthView({ month, chosen: shownDay(slots), cursor: ui.cursor, byDate, ...rules });
  const turn = (months: number) => () => {
    view.setUi({ cursor: null });
    intents.showMonth(monthOf(addMonths(`${month}-01`, months)));
  };
  const dateOf = (event: Event) => (event.target as HTMLElement).dataset['date'];
  const choose = (event: Event) => {
    const date = dateOf(event);
    if (!date || getDayProps(date).past) return;
    view.setUi({ cursor: date, slotCursor: null });
    intents.chooseDay(date);
  };
  const move = (event: KeyboardEvent) => {
    const from = dateOf(event);
    const to = from && moveDay(from, event, rules);
    if (!to) return;
    event.preventDefault();
    view.setUi({ cursor: to });
    if (monthOf(to) !== month) intents.showMonth(monthOf(to));
    view.focus(`[data-date="${to}"]`);
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
      aria-label=${say(free ? 'dayFree' : full ? 'dayFull' : 'dayNone', { day: format.day(date) })}
    >${format.number(+date.slice(8))}</button>`;
  };
  return html`<div class="bar">
      <h3 id="step" tabindex="-1" part="month"><span class="vh">${say('picker')}: </span><span id="month" aria-live="polite">${format.month(month)}</span></h3>
      <button type="button" class="turn" part="month-button" aria-label=${say('previous')} aria-disabled=${first} @click=${first ? nothing : turn(-1)}>${icons.back}</button>
      <button type="button" class="turn" part="month-button" aria-label=${say('next')} @click=${turn(1)}>${icons.forward}</button>
    </div>
    <div role="grid" aria-labelledby="month" aria-busy=${slots.loading} @click=${choose} @keydown=${move}>
      <div role="row">${weeks[1]!.map((date) => html`<span role="columnheader">${format.weekday(date!)}</span>`)}</div>
      ${weeks.map((week) => html`<div role="row">${week.map(day)}</div>`)}
    </div>`;
}

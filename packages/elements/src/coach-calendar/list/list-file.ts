import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from '@coach-booking/time/dates';
import type { GridContext } from '../grid-context.ts';
import { bookingsOn, rowsOf } from './day-rows.ts';
import { listStyles } from './list-styles.ts';

export const sheets = [listStyles];

/** Renders the days of a week one below the other: those with something on them, and today. */
export function listView(context: GridContext): TemplateResult {
  const { view, state, labels, clock } = context;
  const { say, format } = view;
  const dates = [];
  for (let date = state.range.from; date <= state.range.to; date = addDays(date, 1)) dates.push(date);
  const isAway = (date: string) => {
    const { start, end } = clock.day(date);
    return state.timeOff.some((one) => Date.parse(one.start) < end && Date.parse(one.end) > start);
  };
  const shown = dates.filter((date) => date === state.today || isAway(date) || bookingsOn(context, date).length > 0);
  const day = (date: string) =>
    html`<section aria-label=${labels.day(date)} aria-current=${date === state.today ? 'date' : nothing} data-date=${date}>
      <h3><b>${format.number(+date.slice(8))}</b><span>${labels.weekday(date)}</span></h3>
      ${rowsOf(context, date)}
    </section>`;
  return html`<div class="scroller" part="scroller">
    <div class="agenda" role="group" aria-label=${say('list')} aria-busy=${state.loading}>
      ${shown.length > 0 ? shown.map(day) : html`<p class="nothing">${say(state.complete ? 'noBookings' : 'loading')}</p>`}
    </div>
  </div>`;
}

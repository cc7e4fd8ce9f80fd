import { html, type TemplateResult } from 'lit';
import { addDays, addMonths, daysIn, monthOf, startOfWeek } from '@coach-booking/time/dates';
import { icons } from '../../coach-booking/icons.ts';
import { dateByKey } from '../../internal/dates/date-by-key.ts';
import type { GridContext } from '../grid-context.ts';
import { openingOf } from '../opening-minute.ts';
import type { ToolSay } from './texts.ts';

/** The date that the keyboard has reached in the picker of a calendar; its month is shown. */
const reached = new WeakMap<Element, { readonly from: string; readonly date: string }>();

/** Renders a month of which a date is chosen: the calendar goes there. */
export function dateTool(context: GridContext, say: ToolSay, close: () => void): TemplateResult {
  const { view, state, flow, clock, labels } = context;
  const { element, format } = view;
  const known = reached.get(element);
  const date = known?.from === state.date ? known.date : state.date;
  const show = (to: string) => {
    reached.set(element, { from: state.date, date: to });
    view.redraw();
  };
  const choose = (to: string) => {
    reached.delete(element);
    close();
    context.setUi({ cursor: { date: to, minute: openingOf(state, clock, to), id: null } });
    flow.goTo(to);
  };
  const month = monthOf(date);
  const first = startOfWeek(`${month}-01`, state.preferences.weekStart);
  const last = addDays(startOfWeek(`${month}-${daysIn(month)}`, state.preferences.weekStart), 6);
  const weeks: string[][] = [];
  for (let day = first; day <= last; day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, at) => addDays(day, at)));
  const keys = async (event: KeyboardEvent) => {
    const to = dateByKey(date, event.key, { rtl: view.dir === 'rtl', firstWeekday: state.preferences.weekStart });
    if (!to) return;
    event.preventDefault();
    const grid = event.currentTarget as HTMLElement;
    show(to);
    await (element as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    grid.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  const day = (one: string) =>
    html`<td><button
      type="button"
      tabindex=${one === date ? 0 : -1}
      aria-label=${labels.day(one)}
      aria-pressed=${one === state.date}
      aria-current=${one === state.today ? 'date' : 'false'}
      class="${monthOf(one) === month ? '' : 'outside'} ${one >= state.range.from && one <= state.range.to ? 'within' : ''}"
      @click=${() => choose(one)}
    >${format.number(+one.slice(8))}</button></td>`;
  return html`<div class="dates" role="dialog" aria-label=${view.say('goToDate')}>
    <div class="turns">
      <b aria-live="polite">${format.month(month)}</b>
      <button type="button" class="tool turn plain" aria-label=${say('previousMonth')} @click=${() => show(addMonths(date, -1))}>${icons.back}</button>
      <button type="button" class="tool turn plain" aria-label=${say('nextMonth')} @click=${() => show(addMonths(date, 1))}>${icons.forward}</button>
    </div>
    <table @keydown=${keys}>
      <thead><tr>${weeks[0]!.map((one) => html`<th scope="col">${labels.weekday(one)}</th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map(day)}</tr>`)}</tbody>
    </table>
  </div>`;
}

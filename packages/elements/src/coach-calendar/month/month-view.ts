import { html, nothing, type TemplateResult } from 'lit';
import { isBookingDrag, dragSpan } from '../drag.ts';
import { detailsOf, shortTime, titleOf } from '../labels.ts';
import type { Chip, MonthDay, MonthModel } from './month-model.ts';
import { monthKey } from './month-keyboard.ts';
import type { CursorPosition } from '../cursor.ts';
import type { GridContext } from '../grid-context.ts';
import { addCalendarEnglish } from '../../translations/calendar/index.ts';
import { enDays } from '../../translations/calendar/en-days.ts';

addCalendarEnglish(enDays);

/** Renders a month: a cell a day, its first bookings in it, the rest as a number that opens the list of the day. */
export function monthView(
  context: GridContext,
  { weeks }: MonthModel,
  place: CursorPosition,
  below: unknown,
): TemplateResult {
  const { view, labels, state, ui, pointer, narrow, hueOf, clock } = context;
  const { say, format } = view;
  const held = draggedDates(context);
  const label = ({ date, total, away }: MonthDay) =>
    `${say('bookingsOnDay', { day: labels.day(date), count: total })}${away ? `, ${say('timeOff')}` : ''}`;
  const chip = ({ booking, from }: Chip, date: string) => {
    const day = clock.day(date);
    const start = labels.timeAt(day, from, booking.start!);
    const end = booking.end ? labels.timeAt(day, (from + (booking.duration ?? 0)) % 1440, booking.end) : start;
    return html`<div
      class="chip ${booking.status}${hueOf(booking)} ${Date.parse(booking.end ?? booking.start!) <= view.now ? 'past' : ''} ${state.busy.includes(booking.id) ? 'busy' : ''} ${held?.id === booking.id ? 'held' : ''}"
      part="booking booking-${booking.status}"
      role="button"
      data-id=${booking.id}
      tabindex=${place.id === booking.id ? 0 : -1}
      aria-label=${labels.booking(booking, date, start, end, state.staffNames[booking.staffId ?? ''])}
      title="${start} · ${titleOf(booking)} · ${detailsOf(labels, booking, state.staffNames[booking.staffId ?? ''])}"
    ><time>${shortTime(start)}</time><bdi>${titleOf(booking)}</bdi></div>`;
  };
  const cell = (day: MonthDay) => {
    const { date, today, outside, chips, more, closed, away } = day;
    const here = place.date === date;
    return html`<div
      class="cell ${outside ? 'outside' : ''} ${closed ? 'closed' : ''} ${away ? 'away' : ''} ${narrow && here ? 'chosen' : ''} ${held?.dates.has(date) ? 'target' : ''}"
      part="cell ${today ? 'cell-today' : ''}"
      role="gridcell"
      data-date=${date}
      tabindex=${here && place.id === null ? 0 : -1}
      aria-label=${label(day)}
      aria-current=${today ? 'date' : nothing}
    ><b aria-hidden="true">${format.number(+date.slice(8))}</b>${away && !narrow ? html`<i aria-hidden="true">${say('timeOff')}</i>` : nothing}${narrow ? html`<span class="dots" aria-hidden="true">${chips.map(({ booking }) => html`<i class="${booking.status}${hueOf(booking)}"></i>`)}</span>` : chips.map((one) => chip(one, date))}${
      more > 0 && !narrow
        ? html`<button type="button" class="more" part="more" tabindex="-1" @click=${() => view.open({ kind: 'dayList', date })}>+${say('more', { count: more })}</button>`
        : nothing
    }</div>`;
  };
  return html`<div class="scroller" part="scroller">
    <div
      class="month ${narrow ? 'small' : ''} ${ui.painting ? 'painting' : ''}"
      role="grid"
      aria-label=${say('month')}
      aria-busy=${state.loading}
      @keydown=${(event: KeyboardEvent) => context.key(event, () => monthKey(event, context, narrow ? weeks.flat().map((day) => ({ ...day, chips: [], more: day.total })) : weeks.flat(), place))}
      @focusin=${context.focusin}
      @focusout=${context.focusout}
      @pointerdown=${pointer.down}
      @pointermove=${pointer.move}
      @pointerup=${pointer.up}
      @pointercancel=${pointer.cancel}
      @touchmove=${pointer.touch}
      @contextmenu=${pointer.menu}
      @click=${pointer.click}
    >
      <div class="heads" role="row">
        ${weeks[0]!.map(({ date }) => html`<div role="columnheader" class="head" part="head">${labels.weekday(date)}</div>`)}
      </div>
      ${weeks.map((week) => html`<div role="row" class="week">${week.map(cell)}</div>`)}
    </div>
  </div>
  ${below}`;
}

/** Returns the dates that a drag covers, and the booking that it moves. */
function draggedDates({ ui: { drag }, clock, snap }: GridContext) {
  if (!drag) return null;
  const { start, end } = dragSpan(drag, clock, snap);
  const dates = new Set<string>();
  for (let at = start; at < end; at += 3_600_000) dates.add(clock.wallOf(at).date);
  return { id: isBookingDrag(drag) ? drag.booking.id : null, dates };
}

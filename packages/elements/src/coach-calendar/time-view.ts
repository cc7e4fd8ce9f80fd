import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from '../internal/style-map.ts';
import { wallClock } from '../internal/dates/wall-clock.ts';
import { column, type ColumnModel } from './column.ts';
import { isBookingDrag, dragSpan } from './drag.ts';
import type { CursorPosition } from './cursor.ts';
import type { GridContext } from './grid-context.ts';
import { leanTime } from './labels.ts';
import { splitByDay } from './split.ts';
import type { TimeModel } from './time-model.ts';
import { blockReason } from './block-reason.ts';

/** Returns the position of a box over the columns. */
const over = (count: number, at: number, top: number, height?: number) =>
  styleMap({
    'inset-inline-start': `${(100 / count) * at}%`,
    width: `${100 / count}%`,
    top: `${top}px`,
    ...(height !== undefined && { height: `${height}px` }),
  });

/** Renders a week or a day: hours downwards, a column a day, bookings as blocks in them, and the drag over them. */
export function timeView(
  context: GridContext,
  model: TimeModel,
  pictures: readonly ColumnModel[],
  place: CursorPosition,
  swap: number,
): TemplateResult {
  const { view, labels, state, ui } = context;
  const { say, format } = view;
  const { days, first, last } = model;
  const hours = Array.from({ length: (last - first) / 60 }, (_, at) => first + at * 60);
  const { pointer } = context;
  const second = secondClock(context, model);
  const rail = second ? '120px' : context.narrow ? '44px' : '64px';
  const now = pictures.find(({ nowAt }) => nowAt >= first)?.nowAt;
  const single = days.length === 1;
  return html`<div class="scroller" part="scroller">
    <div
      class="time ${pictures[0]!.tight ? 'tight' : ''}"
      role="grid"
      aria-label=${say(single ? 'day' : context.shown === 'week' ? 'week' : 'three_days')}
      aria-busy=${state.loading}
      style=${styleMap({ '--count': String(days.length), '--height': `${last - first}px`, '--rail': rail })}
      @keydown=${(event: KeyboardEvent) => context.key(event, ({ timeKey }) => timeKey(event, context, model, place))}
      @focusin=${context.focusin}
      @focusout=${context.focusout}
      @click=${pointer.click}
    >
      <div class="heads" role="row">
        ${second ? html`<i class="zones" aria-hidden="true">${[state.preferences.secondTimeZone!, state.timeZone].map((zone) => html`<span>${zone.split('/').at(-1)!.replaceAll('_', ' ')}</span>`)}</i>` : nothing}
        ${days.map(
          ({ date, today }) =>
            html`<div role="columnheader" class="head" part="head ${today ? 'head-today' : ''}" aria-label=${labels.day(date)} aria-current=${today ? 'date' : nothing}>
              <span>${labels.weekday(date)}</span> ${
                single
                  ? html`<b>${format.number(+date.slice(8))}</b>`
                  : html`<button type="button" tabindex="-1" aria-label=${labels.day(date)} @click=${() => context.openDay(date)}>${format.number(+date.slice(8))}</button>`
              }
            </div>`,
        )}
      </div>
      <div
        class="body ${ui.painting ? 'painting' : ''}"
        role="row"
        @pointerdown=${pointer.down}
        @pointermove=${pointer.move}
        @pointerup=${pointer.up}
        @pointercancel=${pointer.cancel}
        @pointerleave=${pointer.leave}
        @touchmove=${pointer.touch}
        @contextmenu=${pointer.menu}
      >
        <div class="hours" aria-hidden="true">${hours.map((minute) => html`<span>${minute > first ? html`${second ? html`<i>${second(minute)}</i>` : nothing}${leanTime(labels.time(minute))}` : nothing}</span>`)}${now ? html`<b class="dot" style=${styleMap({ top: `${now - first}px` })}></b>` : nothing}</div>
        ${days.map(
          ({ date, today, blocks }, at) =>
            html`<div class="column ${today ? 'today' : ''}" part="day ${today ? 'day-today' : ''}" role="gridcell" data-date=${date} aria-label=${say('bookingsOnDay', { day: labels.day(date), count: blocks.length })} ${column(pictures[at]!)}><div class="bands" aria-hidden="true"></div></div>`,
        )}
      </div>
      <div class="over" role="rowgroup">${ghost(context, model)}${tip(context, model, place)}${cursors(context, model, place, swap)}</div>
    </div>
  </div>`;
}

/** Renders two cells that take turns as the focused place, so that each step moves the focus and is read aloud. */
function cursors(context: GridContext, { days, first }: TimeModel, { date, minute, id }: CursorPosition, swap: number) {
  const { labels } = context;
  const { say } = context.view;
  const at = days.findIndex((day) => day.date === date);
  const cell = (turn: number) => {
    const here = turn === swap % 2 && id === null;
    const what = blockReason(context, { date, minute }) || say('cellFree');
    return html`<div role="row" ?hidden=${!here && !(turn === 0 && id !== null)}>
      <div
        role="gridcell"
        class="cursor"
        part="cursor"
        id="cursor-${turn}"
        tabindex=${here ? 0 : -1}
        aria-label=${here ? say('cellLabel', { day: labels.day(date), time: labels.time(minute), what }) : nothing}
        style=${over(days.length, Math.max(0, at), minute - first, context.step)}
      ></div>
    </div>`;
  };
  return [cell(0), cell(1)];
}

/** Returns what writes an hour in the second zone, by the first day on the screen; null without such a zone. */
function secondClock({ state, clock, labels, narrow }: GridContext, { days }: TimeModel) {
  const { secondTimeZone } = state.preferences;
  if (!secondTimeZone || narrow || secondTimeZone === state.timeZone) return null;
  const other = wallClock(secondTimeZone);
  return (minute: number) => leanTime(labels.time(other.wallOf(clock.instantAt(days[0]!.date, minute)).minute));
}

/** Renders the drag at the place where it would be dropped. */
function ghost({ ui: { drag }, clock, snap, labels }: GridContext, { days, first, last }: TimeModel) {
  if (!drag) return nothing;
  const { start, end } = dragSpan(drag, clock, snap);
  const pieces: TemplateResult[] = [];
  splitByDay(
    days.map(({ day }) => day),
    start,
    end,
    (at, from, to) =>
      pieces.push(
        html`<div class="ghost ${drag.kind}" part="ghost" aria-hidden="true" style=${over(days.length, at, from - first, Math.min(to, last) - from)}>
          ${isBookingDrag(drag) ? html`<b>${drag.booking.attendee.name}</b><br />` : nothing}${labels.range(from, to)}
        </div>`,
      ),
  );
  return pieces;
}

/** Renders why the time under the pointer, or else the focused one, cannot be booked. */
function tip(context: GridContext, { days, first }: TimeModel, place: CursorPosition) {
  const { ui } = context;
  const point = ui.hover ?? (ui.focused && place.id === null ? place : null);
  const at = point && !ui.drag ? days.findIndex(({ date }) => date === point.date) : -1;
  const reason = at < 0 ? '' : blockReason(context, point!);
  if (!reason) return nothing;
  return html`<div class="tip" part="tip" aria-hidden="true" style=${over(days.length, at, point!.minute - first)}><span>${context.view.say('notBookable', { reason })}</span></div>`;
}

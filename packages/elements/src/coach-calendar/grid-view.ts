import type { TemplateResult } from 'lit';
import { openingOf } from './opening-minute.ts';
import { CHIPS_SHOWN } from './month-model.ts';
import { monthView } from './month-view.ts';
import type { GridModels } from './grid-models.ts';
import { cursorIn, type CursorPosition } from './cursor.ts';
import type { GridContext } from './grid-context.ts';
import { monthGeometry, timeGeometry } from './grid-geometry.ts';
import type { TimeModel } from './time-model.ts';
import { timeView } from './time-view.ts';

/** The first scroll position of a view: `top` in pixels of the scrolled grid. */
export interface Reveal {
  /** The key of the view: it is scrolled once for each key. */
  readonly key: string;
  readonly top: number;
}

/**
 * Returns the first visible time of a view: an hour before now, else an hour before the first opening or booking. Null
 * while the range is being read, since that may change it.
 */
function revealOf({ state, view, clock, ui, shown }: GridContext, { days, first, last }: TimeModel): Reveal | null {
  if (state.loading) return null;
  const now = clock.wallOf(view.now);
  const open = state.days.filter(({ workingHours }) => workingHours.length > 0).map(({ date }) => date);
  const starts = days.flatMap(({ date, blocks }) => [
    ...(open.includes(date) ? [openingOf(state, clock, date)] : []),
    ...blocks.slice(0, 1).map(({ from }) => from),
  ]);
  const isNow = days.some(({ date }) => date === state.today);
  const minute = isNow ? now.minute : Math.min(...starts, last);
  return { key: `${shown} ${days[0]?.date} ${ui.todays}`, top: minute < last ? Math.max(0, minute - 60 - first) : 0 };
}

/** Returns the grid of the shown view, the place of the focus in it, and the scroll position. */
export function gridView(
  context: GridContext,
  pictures: GridModels,
  swap: number,
): { picture: TemplateResult; place: CursorPosition; reveal: Reveal | null } {
  const { state, shown, ui, clock, pointer, step, labels } = context;
  const settled = pictures.settled(state);
  const minuteOn = (date: string) => openingOf(state, clock, date);
  if (shown === 'month') {
    const model = pictures.month(settled, context.narrow ? 0 : CHIPS_SHOWN);
    const days = model.weeks.flat();
    const wanted = ui.cursor ?? { date: state.date, minute: 0, id: null };
    const day =
      days.find(({ date }) => date === wanted.date) ?? days.find(({ date }) => date === state.date) ?? days[0]!;
    const id = day.chips.some(({ booking }) => booking.id === wanted.id) ? wanted.id : null;
    const place = { date: day.date, minute: 0, id };
    pointer.over(context, monthGeometry(context, minuteOn));
    return { place, picture: monthView(context, model, place), reveal: null };
  }
  const [from, to] = shown === 'day' ? [state.date, state.date] : [state.range.from, state.range.to];
  const model = pictures.time(settled, from, to);
  const day = state.today >= from && state.today <= to ? state.today : from;
  const place = cursorIn(model, ui.cursor, { date: day, minute: minuteOn(day) }, step);
  pointer.over(context, timeGeometry(context, model, minuteOn));
  return {
    place,
    reveal: revealOf(context, model),
    picture: timeView(context, model, pictures.columns(model, labels, state.busy, state.draft), place, swap),
  };
}

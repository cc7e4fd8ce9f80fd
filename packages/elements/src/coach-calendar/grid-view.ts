import type { TemplateResult } from 'lit';
import { failedView, waitingView } from './body-view.ts';
import { openingOf } from './opening-minute.ts';
import type { GridModels } from './grid-models.ts';
import type { LateViews } from './late-views.ts';
import { cursorIn, type CursorPosition } from './cursor.ts';
import type { GridContext } from './grid-context.ts';
import { timeGeometry } from './grid-geometry.ts';
import type { TimeModel } from './time-model.ts';
import { timeView } from './time-view.ts';

/** The first scroll position of a view: `top` in pixels of the scrolled grid. */
export interface Reveal {
  /** The key of the view: it is scrolled once for each key. */
  readonly key: string;
  readonly top: number;
}

/** The grid of a view, the place of the focus in it, and the scroll position. */
interface Grid {
  readonly picture: TemplateResult;
  readonly place: CursorPosition;
  readonly reveal: Reveal | null;
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

/** Renders a view whose code comes when it is first shown. */
function lateGrid(context: GridContext, late: LateViews, shown: 'month' | 'list'): Grid {
  const { state, view, ui } = context;
  const place = { date: ui.cursor?.date ?? state.date, minute: 0, id: null };
  if (shown === 'month') {
    const file = late.get('month');
    if (file) return { ...file.monthGrid(context), reveal: null };
  } else {
    const file = late.get('list');
    if (file) return { picture: file.listView(context), place, reveal: null };
  }
  const picture = late.failed ? failedView(view, null, () => late.again()) : waitingView(view);
  return { picture, place, reveal: null };
}

/** Returns the grid of the shown view. */
export function gridView(context: GridContext, pictures: GridModels, late: LateViews, swap: number): Grid {
  const { state, shown, ui, clock, pointer, step } = context;
  if (shown === 'month' || shown === 'list') return lateGrid(context, late, shown);
  const minuteOn = (date: string) => openingOf(state, clock, date);
  const { from, to } = state.range;
  const model = pictures.time(pictures.settled(state), from, to);
  const day = state.today >= from && state.today <= to ? state.today : from;
  const place = cursorIn(model, ui.cursor, { date: day, minute: minuteOn(day) }, step);
  pointer.over(context, timeGeometry(context, model, minuteOn));
  return {
    place,
    reveal: revealOf(context, model),
    picture: timeView(context, model, pictures.columns(context, model), place, swap),
  };
}

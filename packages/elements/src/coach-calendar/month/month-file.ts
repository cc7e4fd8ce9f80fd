import type { ReactiveElement, TemplateResult } from 'lit';
import type { GridContext } from '../grid-context.ts';
import type { GridGeometry } from '../pointer.ts';
import type { CursorPosition } from '../cursor.ts';
import { lastOf } from '../grid-models.ts';
import { dayRows } from '../list/day-rows.ts';
import { listStyles } from '../list/list-styles.ts';
import { openingOf } from '../opening-minute.ts';
import { LINES, monthModel } from './month-model.ts';
import { monthView } from './month-view.ts';
import { month } from './styles.ts';

/** The sheets of the month; a phone shows the list of a day below it. */
export const sheets = [month, listStyles];

/** The heights, in pixels, of a booking in a cell, and of its number. */
const [CHIP, REST] = [24, 26];

/** Returns how many lines a day of this grid has room for. */
function roomIn(grid: Element | null): number {
  const height = grid?.querySelector('.cell')?.clientHeight ?? 0;
  return height ? Math.max(0, Math.floor((height - REST) / CHIP)) : LINES;
}

/** The most bookings of a day that a phone's month shows. */
const DOTS = 4;

const modelOf = lastOf(monthModel);

/** Returns the geometry of the cells of a month. */
function monthGeometry({ view }: GridContext, minuteOn: GridGeometry['defaultMinute']): GridGeometry {
  return {
    defaultMinute: minuteOn,
    pointAt(x, y) {
      const cell = view.element.shadowRoot?.elementFromPoint(x, y)?.closest<HTMLElement>('.cell');
      const date = cell?.dataset['date'];
      return date ? { date, minute: null } : null;
    },
  };
}

/** Renders the month of a state. The number of bookings in a day follows from the height that it has. */
export function monthGrid(context: GridContext): { picture: TemplateResult; place: CursorPosition } {
  const { state, ui, clock, pointer, narrow, view } = context;
  const { element } = view as unknown as { element: ReactiveElement };
  const grid = element.shadowRoot?.querySelector('.month') ?? null;
  const room = narrow ? DOTS : roomIn(grid);
  const model = modelOf(state, room);
  const days = model.weeks.flat();
  const wanted = ui.cursor ?? { date: state.date, minute: 0, id: null };
  const day = days.find(({ date }) => date === wanted.date) ?? days.find(({ date }) => date === state.date) ?? days[0]!;
  const id = !narrow && day.chips.some(({ booking }) => booking.id === wanted.id) ? wanted.id : null;
  const place = { date: day.date, minute: 0, id };
  pointer.over(
    context,
    monthGeometry(context, (date) => openingOf(state, clock, date)),
  );
  // The first drawing has no cells to measure.
  if (!narrow)
    void element.updateComplete.then(() => {
      const now = element.shadowRoot?.querySelector('.month') ?? null;
      if (now && roomIn(now) !== room) view.redraw();
    });
  const list = narrow ? dayRows(context, day.date) : '';
  return { place, picture: monthView(context, model, place, list) };
}

import type { TemplateResult } from 'lit';
import { openingOf } from './opening-minute.ts';
import { CHIPS_SHOWN } from './month-model.ts';
import { monthView } from './month-view.ts';
import type { GridModels } from './grid-models.ts';
import { cursorIn, type CursorPosition } from './cursor.ts';
import type { GridContext } from './grid-context.ts';
import { monthGeometry, timeGeometry } from './grid-geometry.ts';
import { timeView } from './time-view.ts';

/** The grid of the shown view, and where the keyboard is in it. */
export function gridView(
  scene: GridContext,
  pictures: GridModels,
  swap: number,
): { picture: TemplateResult; place: CursorPosition } {
  const { state, shown, ui, clock, pointer, step, labels } = scene;
  const settled = pictures.settled(state);
  const minuteOn = (date: string) => openingOf(state, clock, date);
  if (shown === 'month') {
    const model = pictures.month(settled, scene.narrow ? 0 : CHIPS_SHOWN);
    const days = model.weeks.flat();
    const wanted = ui.cursor ?? { date: state.date, minute: 0, id: null };
    const day =
      days.find(({ date }) => date === wanted.date) ?? days.find(({ date }) => date === state.date) ?? days[0]!;
    const id = day.chips.some(({ booking }) => booking.id === wanted.id) ? wanted.id : null;
    const place = { date: day.date, minute: 0, id };
    pointer.over(scene, monthGeometry(scene, minuteOn));
    return { place, picture: monthView(scene, model, place) };
  }
  const [from, to] = shown === 'day' ? [state.date, state.date] : [state.range.from, state.range.to];
  const model = pictures.time(settled, from, to);
  const day = state.today >= from && state.today <= to ? state.today : from;
  const place = cursorIn(model, ui.cursor, { date: day, minute: minuteOn(day) }, step);
  pointer.over(scene, timeGeometry(scene, model, minuteOn));
  return {
    place,
    picture: timeView(scene, model, pictures.columns(model, labels, state.busy, state.draft), place, swap),
  };
}

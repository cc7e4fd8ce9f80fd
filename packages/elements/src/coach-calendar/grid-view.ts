import type { TemplateResult } from 'lit';
import { openingOf } from './opening.ts';
import { CHIPS_SHOWN } from './month-model.ts';
import { monthView } from './month-view.ts';
import type { Pictures } from './pictures.ts';
import { placeIn, type Place } from './places.ts';
import type { Scene } from './scene.ts';
import { monthSurface, timeSurface } from './surfaces.ts';
import { timeView } from './time-view.ts';

/** The grid of the shown view, and where the keyboard is in it. */
export function gridView(scene: Scene, pictures: Pictures, swap: number): { picture: TemplateResult; place: Place } {
  const { state, shown, ui, clock, pointer, step, labels } = scene;
  const settled = pictures.settled(state);
  const minuteOn = (date: string) => openingOf(state, clock, date);
  if (shown === 'month') {
    const model = pictures.month(settled, scene.narrow ? 0 : CHIPS_SHOWN);
    const days = model.weeks.flat();
    const wanted = ui.place ?? { date: state.date, minute: 0, id: null };
    const day =
      days.find(({ date }) => date === wanted.date) ?? days.find(({ date }) => date === state.date) ?? days[0]!;
    const id = day.chips.some(({ booking }) => booking.id === wanted.id) ? wanted.id : null;
    const place = { date: day.date, minute: 0, id };
    pointer.over(scene, monthSurface(scene, minuteOn));
    return { place, picture: monthView(scene, model, place) };
  }
  const [from, to] = shown === 'day' ? [state.date, state.date] : [state.range.from, state.range.to];
  const model = pictures.time(settled, from, to);
  const day = state.today >= from && state.today <= to ? state.today : from;
  const place = placeIn(model, ui.place, { date: day, minute: minuteOn(day) }, step);
  pointer.over(scene, timeSurface(scene, model, minuteOn));
  return {
    place,
    picture: timeView(scene, model, pictures.columns(model, labels, state.busy, state.draft), place, swap),
  };
}

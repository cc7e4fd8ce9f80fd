import { addDays } from '@coach-booking/time/dates';
import type { PlainDate } from '../internal/dates/plain-date.ts';
import type { DayModel, TimeModel } from './time-model.ts';

/** The place of the focus: a booking, or an empty time. */
export interface CursorPosition {
  readonly date: PlainDate;
  readonly minute: number;
  readonly id: string | null;
}

/** The rules of the grid that the keyboard follows. */
export interface GridRules {
  readonly rtl: boolean;
  /** Minutes from one empty time to the next. */
  readonly step: number;
}

/**
 * Returns every place of a day, in order: its bookings, and the times of the grid that no booking covers. The down key
 * moves through all of them, so that each booking can be reached, also those side by side.
 */
export function positionsOf(
  { date, blocks }: DayModel,
  { first, last }: Pick<TimeModel, 'first' | 'last'>,
  step: number,
): CursorPosition[] {
  const places: CursorPosition[] = [];
  let covered = 0;
  let next = 0;
  const passBookings = (until: number) => {
    for (; next < blocks.length && blocks[next]!.from <= until; next++) {
      const { booking, from, to } = blocks[next]!;
      places.push({ date, minute: from, id: booking.id });
      covered = Math.max(covered, to);
    }
  };
  for (let minute = first; minute < last; minute += step) {
    passBookings(minute);
    if (covered <= minute) places.push({ date, minute, id: null });
  }
  passBookings(last);
  return places;
}

/** Returns the place at a minute of a day, or the last one before it. */
const at = (places: readonly CursorPosition[], minute: number): CursorPosition | undefined =>
  places.findLast((place) => place.minute <= minute) ?? places[0];

/**
 * The place to which a key leads. `turn` is the number of weeks (or days, in the day's view) by which the view turns
 * for it.
 */
export interface CursorMove {
  readonly to: CursorPosition;
  readonly turn: -1 | 0 | 1;
}

/**
 * Returns the place to which an arrow, Home, End or Page key leads; null for a key without a meaning here, or at the
 * edge. In right-to-left text the left and right arrows change places.
 */
export function cursorAfterKey(
  place: CursorPosition,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  model: TimeModel,
  { rtl, step }: GridRules,
): CursorMove | null {
  const { days } = model;
  const day = days.findIndex(({ date }) => date === place.date);
  if (day < 0) return null;
  const on = (index: number) => positionsOf(days[index]!, model, step);
  const here = on(day);
  const now = here.findIndex(({ id, minute }) => id === place.id && (id !== null || minute === place.minute));
  const to = (target: CursorPosition | undefined): CursorMove | null => (target ? { to: target, turn: 0 } : null);
  const sideways = (by: -1 | 1): CursorMove | null => {
    const next = day + by;
    if (days[next]) return to(at(on(next), place.minute));
    return { to: { date: addDays(place.date, by), minute: place.minute, id: null }, turn: by };
  };
  const page = (by: -1 | 1): CursorMove => ({
    to: { date: addDays(place.date, by * days.length), minute: place.minute, id: null },
    turn: by,
  });
  switch (key) {
    case 'ArrowDown':
      return to(now < 0 ? at(here, place.minute) : here[now + 1]);
    case 'ArrowUp':
      return to(now < 0 ? at(here, place.minute) : here[now - 1]);
    case 'ArrowLeft':
      return sideways(rtl ? 1 : -1);
    case 'ArrowRight':
      return sideways(rtl ? -1 : 1);
    case 'Home':
      return to(ctrlKey || days.length === 1 ? here[0] : at(on(0), place.minute));
    case 'End':
      return to(ctrlKey || days.length === 1 ? here.at(-1) : at(on(days.length - 1), place.minute));
    case 'PageUp':
      return page(-1);
    case 'PageDown':
      return page(1);
    default:
      return null;
  }
}

/**
 * Returns the place of the focus in a view: the last one when it still exists, else the same time, else `preferred`.
 */
export function cursorIn(
  model: TimeModel,
  wanted: CursorPosition | null,
  preferred: { date: PlainDate; minute: number },
  step: number,
): CursorPosition {
  const { date, minute, id } = wanted ?? { ...preferred, id: null };
  const moved = id && model.days.flatMap((day) => positionsOf(day, model, step)).find((place) => place.id === id);
  if (moved) return moved;
  const day = model.days.find((one) => one.date === date) ?? model.days[0]!;
  return at(positionsOf(day, model, step), wanted?.id ? minute : Math.floor(minute / step) * step)!;
}

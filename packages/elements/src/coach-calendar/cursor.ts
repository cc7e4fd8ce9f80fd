import type { PlainDate } from '../internal/dates/plain-date.ts';
import type { DayModel, TimeModel } from './time-model.ts';

/** The place of the focus: a booking, or an empty time. */
export interface CursorPosition {
  readonly date: PlainDate;
  readonly minute: number;
  readonly id: string | null;
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
export function placeAt(places: readonly CursorPosition[], minute: number): CursorPosition | undefined {
  return places.findLast((place) => place.minute <= minute) ?? places[0];
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
  return placeAt(positionsOf(day, model, step), wanted?.id ? minute : Math.floor(minute / step) * step)!;
}

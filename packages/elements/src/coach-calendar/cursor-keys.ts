import { addDays } from '@coach-booking/time/dates';
import { placeAt, positionsOf, type CursorPosition } from './cursor.ts';
import type { TimeModel } from './time-model.ts';

/** The rules of the grid that the keyboard follows. */
export interface GridRules {
  readonly rtl: boolean;
  /** Minutes from one empty time to the next. */
  readonly step: number;
}

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
    if (days[next]) return to(placeAt(on(next), place.minute));
    return { to: { date: addDays(place.date, by), minute: place.minute, id: null }, turn: by };
  };
  const page = (by: -1 | 1): CursorMove => ({
    to: { date: addDays(place.date, by * days.length), minute: place.minute, id: null },
    turn: by,
  });
  switch (key) {
    case 'ArrowDown':
      return to(now < 0 ? placeAt(here, place.minute) : here[now + 1]);
    case 'ArrowUp':
      return to(now < 0 ? placeAt(here, place.minute) : here[now - 1]);
    case 'ArrowLeft':
      return sideways(rtl ? 1 : -1);
    case 'ArrowRight':
      return sideways(rtl ? -1 : 1);
    case 'Home':
      return to(ctrlKey || days.length === 1 ? here[0] : placeAt(on(0), place.minute));
    case 'End':
      return to(ctrlKey || days.length === 1 ? here.at(-1) : placeAt(on(days.length - 1), place.minute));
    case 'PageUp':
      return page(-1);
    case 'PageDown':
      return page(1);
    default:
      return null;
  }
}

import type { CalendarFlowState } from '@coach-booking/sdk';
import type { WallClock } from '../internal/dates/wall-clock.ts';
import { minutesOf } from '../internal/dates/wall-text.ts';
import type { PlainDate } from '../internal/dates/plain-date.ts';
import { instantText } from './drag.ts';

/** Returns the minute at which a date is opened: that of its working hours, else the first one on the screen. */
export function openingOf(
  { days, preferences }: Pick<CalendarFlowState, 'days' | 'preferences'>,
  clock: WallClock,
  date: PlainDate,
): number {
  const start = days.find((day) => day.date === date)?.workingHours[0]?.start;
  if (start) return clock.day(date).minuteOf(Date.parse(start));
  return minutesOf(preferences.dayStart);
}

/** Returns the start that a new booking proposes: the opening of the shown date, on a day that has begun the next. */
export function startOfNew(state: CalendarFlowState, clock: WallClock, now: number, step: number): string {
  const date = state.date < state.today ? state.today : state.date;
  const opening = clock.instantAt(date, openingOf(state, clock, date));
  const pace = step * 60_000;
  return instantText(date === state.today ? Math.max(opening, Math.ceil(now / pace) * pace) : opening);
}

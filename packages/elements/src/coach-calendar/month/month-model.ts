import type { CalendarBooking, CalendarFlowState } from '@coach-booking/sdk';
import { addDays, monthOf } from '@coach-booking/time/dates';
import type { PlainDate } from '../../internal/dates/plain-date.ts';
import { wallClock } from '../../internal/dates/wall-clock.ts';
import { splitByDay } from '../split.ts';

/**
 * The lines of a day of the month before its height is known: a booking each, the last one «n more» where there are
 * more.
 */
export const LINES = 5;

/** A booking on the day of its beginning. */
export interface Chip {
  readonly booking: CalendarBooking;
  /** Wall-clock minute of its start. */
  readonly from: number;
}

export interface MonthDay {
  readonly date: PlainDate;
  readonly today: boolean;
  /** Whether the day is of the month before or after. */
  readonly outside: boolean;
  /** Whether it has no working hours; false where that is not known. */
  readonly closed: boolean;
  /** Whether a part of it is time off. */
  readonly away: boolean;
  /** The first bookings, by start. */
  readonly chips: readonly Chip[];
  readonly total: number;
  /** The number of bookings that are not shown. */
  readonly more: number;
}

/** The model of a month: whole weeks. */
export interface MonthModel {
  readonly weeks: readonly (readonly MonthDay[])[];
}

/**
 * Returns the model of the weeks in `state.range`. A booking is on the day on which it begins. Linear in the bookings.
 */
export function monthModel(state: CalendarFlowState, lines = LINES): MonthModel {
  const { range, timeZone, today, date: around, bookings, days: hours, timeOff } = state;
  const clock = wallClock(timeZone);
  const days = [];
  for (let date = range.from; date <= range.to; date = addDays(date, 1)) days.push(clock.day(date));
  const chips: Chip[][] = days.map(() => []);
  const totals = new Uint32Array(days.length);

  for (const booking of bookings) {
    if (!booking.start) continue;
    const start = Date.parse(booking.start);
    splitByDay(days, start, start + 1, (at, from) => {
      totals[at]!++;
      if (chips[at]!.length < lines) chips[at]!.push({ booking, from });
    });
  }
  const closed = new Set(hours.filter(({ workingHours }) => workingHours.length === 0).map(({ date }) => date));
  const away = new Set<number>();
  for (const { start, end } of timeOff) splitByDay(days, Date.parse(start), Date.parse(end), (at) => away.add(at));
  const month = monthOf(around);
  const cells = days.map(({ date }, at): MonthDay => ({
    date,
    today: date === today,
    outside: monthOf(date) !== month,
    closed: closed.has(date),
    away: away.has(at),
    chips: totals[at]! > lines ? chips[at]!.slice(0, Math.max(0, lines - 1)) : chips[at]!,
    total: totals[at]!,
    more: totals[at]! > lines ? totals[at]! - Math.max(0, lines - 1) : 0,
  }));
  return {
    weeks: Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7)),
  };
}

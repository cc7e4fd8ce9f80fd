import { addDays } from '@coach-booking/time/dates';
import type { ScheduleReplacement, ScheduleView, WallRange, WeeklyRange } from '@coach-booking/sdk';
import type { PlainDate } from '../../../internal/dates/plain-date.ts';
import { isSkipped } from '../../../internal/dates/wall.ts';
import { endMinutesOf, minutesOf, wallText } from '../../../internal/dates/wall-text.ts';
import { rangeProblem } from '../parts/typed-range.ts';

/** One weekday as it is edited. Times are wall-clock texts of the coach's zone; `24:00` ends a day. */
export interface WeekdayHours {
  /** 0 is Sunday. */
  readonly dayOfWeek: number;
  readonly hours: readonly WallRange[];
  readonly breaks: readonly WallRange[];
}

/** Returns the seven days of a schedule, Sunday first. */
export function weekOf({ workingHours, breaks }: Pick<ScheduleView, 'workingHours' | 'breaks'>): WeekdayHours[] {
  return Array.from({ length: 7 }, (_, dayOfWeek) => {
    const ofDay = (ranges: readonly WeeklyRange[] | undefined) =>
      (ranges ?? []).filter((range) => range.dayOfWeek === dayOfWeek).map(({ start, end }) => ({ start, end }));
    return { dayOfWeek, hours: ofDay(workingHours), breaks: ofDay(breaks) };
  });
}

/**
 * Returns whether the clocks of the zone skip the start of a range on a date, or its end. Midnight stands for where the
 * day begins, and hours may end where the clocks go forward.
 */
export function skippedOn(date: PlainDate, range: WallRange, timeZone: string): { start: boolean; end: boolean } {
  const skips = (on: PlainDate, minutes: number) =>
    minutes > 0 && isSkipped({ date: on, time: wallText(minutes) }, timeZone);
  if (!date || rangeProblem(range)) return { start: false, end: false };
  const { start, end } = range;
  return {
    start: skips(date, minutesOf(start)),
    end: skips(end < start ? addDays(date, 1) : date, minutesOf(end) - 1),
  };
}

/** Returns the ranges sorted; ranges that overlap or touch are merged. */
export function mergeRanges(ranges: readonly WallRange[]): WallRange[] {
  const merged: WallRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.start < b.start ? -1 : 1))) {
    const last = merged.at(-1);
    if (last && minutesOf(range.start) <= endMinutesOf(last)) {
      const { end } = endMinutesOf(range) > endMinutesOf(last) ? range : last;
      merged[merged.length - 1] = { start: last.start, end };
    } else merged.push({ start: range.start, end: range.end });
  }
  return merged;
}

/** Returns whether merging would change how many ranges there are. */
export function overlaps(ranges: readonly WallRange[]): boolean {
  return ranges.every((range) => !rangeProblem(range)) && mergeRanges(ranges).length < ranges.length;
}

/** Returns whether every range of every day is valid. */
export function weekIsValid(week: readonly WeekdayHours[]): boolean {
  return week.every(({ hours, breaks }) => [...hours, ...breaks].every((range) => !rangeProblem(range)));
}

/** Returns hours and breaks for the API, merged. A closed day has no breaks. */
export function weeklyOf(
  week: readonly WeekdayHours[],
): Required<Pick<ScheduleReplacement, 'workingHours' | 'breaks'>> {
  return {
    workingHours: week.flatMap(({ dayOfWeek, hours }) => mergeRanges(hours).map((range) => ({ dayOfWeek, ...range }))),
    breaks: week.flatMap(({ dayOfWeek, hours, breaks }) =>
      hours.length === 0 ? [] : mergeRanges(breaks).map((range) => ({ dayOfWeek, ...range })),
    ),
  };
}

/** Returns the week with the hours and breaks of one day copied to others. */
export function copyDay(week: readonly WeekdayHours[], from: number, to: readonly number[]): WeekdayHours[] {
  return week.map((day) => (to.includes(day.dayOfWeek) ? { ...week[from]!, dayOfWeek: day.dayOfWeek } : day));
}

/**
 * Returns a first range that overlaps none of the others: an hour after the last, four hours long or until the day
 * ends; null when the day is full.
 */
export function nextRange(ranges: readonly WallRange[]): WallRange | null {
  const last = mergeRanges(ranges.filter((range) => !rangeProblem(range))).at(-1);
  if (!last) return { start: '09:00', end: '17:00' };
  const start = endMinutesOf(last) + 60;
  return start >= 24 * 60 ? null : { start: wallText(start), end: wallText(Math.min(start + 240, 24 * 60)) };
}

/** Returns a first break: an hour at noon when the day is open then, else in the middle of its first range. */
export function nextBreak(hours: readonly WallRange[], breaks: readonly WallRange[]): WallRange {
  const noon = { start: '12:00', end: '13:00' };
  const open = (range: WallRange) =>
    hours.some((hour) => hour.start <= range.start && minutesOf(range.end) <= endMinutesOf(hour));
  const taken = (range: WallRange) => breaks.some(({ start, end }) => start < range.end && range.start < end);
  if (open(noon) && !taken(noon)) return noon;
  for (const hoursRange of hours)
    // Breaks after midnight are not proposed.
    for (let at = minutesOf(hoursRange.start) + 60; at + 30 <= Math.min(endMinutesOf(hoursRange), 1440); at += 30) {
      const range = { start: wallText(at), end: wallText(at + 30) };
      if (!taken(range)) return range;
    }
  return noon;
}

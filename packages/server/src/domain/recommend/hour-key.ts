import type { Weekday } from '@coach-booking/time/plain-date';
import { NO_COUNTS, scaled, type HourCounts, type HourOfWeek } from './hour-counts.ts';

/** Returns the name of an hour of the week: 0–167, from midnight on Sunday on. */
export function hourKey({ weekday, hour }: Pick<HourOfWeek, 'weekday' | 'hour'>): string {
  return String(weekday * 24 + hour);
}

/** Returns the hours of counts by their names, all of them multiplied by a factor. */
export function hoursOfKeys(counts: Readonly<Record<string, Partial<HourCounts>>>, by: number): HourOfWeek[] {
  return Object.entries(counts).map(([key, stored]) => ({
    ...countsOf(stored, by),
    weekday: Math.floor(Number(key) / 24) as Weekday,
    hour: Number(key) % 24,
  }));
}

/** Returns counts multiplied by a factor. What was taken back more often than it was counted is none. */
export function countsOf(stored: Partial<HourCounts>, by: number): HourCounts {
  const { shown, picked, booked, completed, noShow } = scaled({ ...NO_COUNTS, ...stored }, by);
  return {
    shown: Math.max(0, shown),
    picked: Math.max(0, picked),
    booked: Math.max(0, booked),
    completed: Math.max(0, completed),
    noShow: Math.max(0, noShow),
  };
}

import type { ChartPoint } from '@coach-booking/elements/internal/charts/scale';
import { addDays, startOfWeek } from '@coach-booking/time/dates';

interface Day {
  readonly date: string;
  readonly entries: readonly { readonly duration?: number | undefined }[];
}

/**
 * Returns the minutes of each week from the first to the last one with a duration, weeks without training as zero;
 * none when no entry has a duration. `weekStart`: 0 is Sunday.
 */
export function minutesByWeek(days: readonly Day[], weekStart: number): readonly ChartPoint[] {
  const weeks = new Map<string, number>();
  for (const { date, entries } of days)
    for (const { duration } of entries) {
      if (duration === undefined) continue;
      const week = startOfWeek(date, weekStart);
      weeks.set(week, (weeks.get(week) ?? 0) + duration);
    }
  const [first, last] = [[...weeks.keys()].sort()[0], [...weeks.keys()].sort().at(-1)];
  if (first === undefined || last === undefined) return [];
  const points: ChartPoint[] = [];
  for (let date = startOfWeek(first, weekStart); date <= last; date = addDays(date, 7))
    points.push({ date, value: weeks.get(date) ?? 0 });
  return points;
}

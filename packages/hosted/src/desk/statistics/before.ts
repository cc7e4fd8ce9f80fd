import { epochDay, fromEpochDay, type PlainDate } from '@coach-booking/time/plain-date';

/** Returns the days before a period, as many as it has. */
export function beforeOf({ from, days }: { readonly from: string; readonly days: number }): {
  readonly from: string;
  readonly to: string;
} {
  const first = epochDay(from as PlainDate);
  return { from: fromEpochDay(first - days), to: fromEpochDay(first - 1) };
}

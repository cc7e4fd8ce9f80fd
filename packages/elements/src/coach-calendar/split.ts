import { DAY } from '@coach-booking/time/units';
import type { WallDay } from '../internal/dates/wall-clock.ts';

/**
 * Calls `piece` for each piece of `[start, end)` on consecutive days, in wall-clock minutes: one for each day that it
 * touches. Where the clocks show a time twice, a piece may be empty or even end before it begins; it is treated as one
 * that ends when it begins.
 */
export function splitByDay(
  days: readonly WallDay[],
  start: number,
  end: number,
  piece: (day: number, from: number, to: number) => void,
): void {
  const count = days.length;
  if (count === 0 || end <= days[0]!.start || start >= days[count - 1]!.end) return;
  // Days are 23 to 25 hours long, so this is at most one day off.
  let at = Math.min(count - 1, Math.max(0, Math.floor((start - days[0]!.start) / DAY)));
  while (at > 0 && days[at]!.start > start) at--;
  while (days[at]!.end <= start) at++;
  for (; at < count && days[at]!.start < end; at++) {
    const day = days[at]!;
    const from = start <= day.start ? 0 : day.minuteOf(start);
    piece(at, from, Math.max(from, end >= day.end ? 1440 : day.minuteOf(end)));
  }
}

import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';

/**
 * Returns at most `max` ranges that cover all of these, which are ordered and disjoint: the shortest gaps are closed,
 * so that the least free time is lost.
 */
export function fitRanges(ranges: readonly Range<Instant>[], max: number): readonly Range<Instant>[] {
  const surplus = ranges.length - Math.max(1, max);
  if (surplus <= 0) return ranges;
  const gaps = ranges.slice(1).map(({ start }, n) => ({ at: n + 1, length: start - ranges[n]!.end }));
  const closed = new Set(
    gaps
      .sort((a, b) => a.length - b.length || a.at - b.at)
      .slice(0, surplus)
      .map(({ at }) => at),
  );
  const fitted: Range<Instant>[] = [];
  ranges.forEach((range, n) => {
    if (closed.has(n)) fitted[fitted.length - 1] = { start: fitted.at(-1)!.start, end: range.end };
    else fitted.push(range);
  });
  return fitted;
}

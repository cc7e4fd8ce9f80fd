import type { Instant } from '@coach-booking/time/instant';

/**
 * Returns the starts that are nearest to a time, at most so many, in the order in which they are given; of equally near
 * ones the earlier given.
 */
export function nearestTo<T extends { readonly start: Instant }>(
  ranked: readonly T[],
  time: Instant,
  most: number,
): readonly T[] {
  const near = ranked.map((each, rank) => ({ each, rank, far: Math.abs(each.start - time) }));
  return near
    .sort((a, b) => a.far - b.far || a.rank - b.rank)
    .slice(0, most)
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

import type { Occupied } from '../slots/slot-question.ts';

/** A session that could be booked, with its buffers. Instants, and milliseconds. */
export interface Session {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** Returns how many of these ascending numbers are below a limit. */
const countBelow = (numbers: Float64Array, limit: number): number => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/**
 * Returns a function for the number of sides of a session on which another one lies so near that a third of the same
 * length does not fit between.
 */
export function createNeighbours(occupied: readonly Occupied[]): (session: Session) => 0 | 1 | 2 {
  const starts = Float64Array.from(occupied, ({ start }) => start).sort();
  const ends = Float64Array.from(occupied, ({ end }) => end).sort();
  return ({ start, end, before, after }) => {
    const room = end - start + before + after;
    const lastEnd = ends[countBelow(ends, start + 1) - 1];
    const nextStart = starts[countBelow(starts, end)];
    const isBefore = lastEnd !== undefined && start - lastEnd < room;
    const isAfter = nextStart !== undefined && nextStart - end < room;
    return isBefore && isAfter ? 2 : isBefore || isAfter ? 1 : 0;
  };
}

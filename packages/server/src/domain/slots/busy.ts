import { MINUTE } from '@coach-booking/time/units';
import type { Occupied, StartQuestion } from './slot-question.ts';

/** Disjoint busy ranges in order, as two columns: fast to build and to walk. */
export interface BusyColumns {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly count: number;
}

/** Milliseconds to be free around a new session. */
export interface Buffers {
  readonly before: number;
  readonly after: number;
}

export function buffersOf({ plan, rules }: StartQuestion): Buffers {
  return {
    before: (rules.bufferBefore ?? plan.schedule.bufferBefore) * MINUTE,
    after: (rules.bufferAfter ?? plan.schedule.bufferAfter) * MINUTE,
  };
}

/**
 * Returns the start of the range that a new session's raw time must not overlap. Two sessions conflict when the raw
 * time of one overlaps the padded time of the other, either way round; both ways together are this one range. So the
 * larger of two buffers counts, never their sum.
 */
const startOf = (taken: Occupied, after: number): number => Math.min(taken.paddedStart, taken.start - after);
const endOf = (taken: Occupied, before: number): number => Math.max(taken.paddedEnd, taken.end + before);

/** Returns all such ranges that reach into (from, to). One pass when they are in order, else one sort before it. */
export function busyAround(occupied: readonly Occupied[], buffers: Buffers, from: number, to: number): BusyColumns {
  const { before, after } = buffers;
  const starts = new Float64Array(occupied.length);
  const ends = new Float64Array(occupied.length);
  let count = 0;
  let lastStart = -Infinity;
  let lastEnd = -Infinity;
  for (const taken of occupied) {
    const start = startOf(taken, after);
    const end = endOf(taken, before);
    if (start < lastStart)
      return busyAround(
        [...occupied].sort((a, b) => startOf(a, after) - startOf(b, after)),
        buffers,
        from,
        to,
      );
    lastStart = start;
    if (end <= from || start >= to) continue;
    if (start > lastEnd) {
      starts[count] = start;
      ends[count++] = lastEnd = end;
    } else if (end > lastEnd) ends[count - 1] = lastEnd = end;
  }
  return { starts, ends, count };
}

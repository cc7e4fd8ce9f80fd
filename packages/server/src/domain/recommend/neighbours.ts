import type { Occupied } from '../slots/slot-question.ts';

/** A session that could be booked, with its buffers. Instants, and milliseconds. */
export interface Session {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/**
 * Returns on how many sides of a session another one lies so near that a third of the same length does not fit between.
 */
export function neighboursOf({ start, end, before, after }: Session, occupied: readonly Occupied[]): 0 | 1 | 2 {
  const length = end - start;
  let isBefore = false;
  let isAfter = false;
  for (const taken of occupied) {
    if (taken.end <= start) isBefore ||= start - taken.end < length + before + after;
    else if (taken.start >= end) isAfter ||= taken.start - end < length + before + after;
  }
  return isBefore && isAfter ? 2 : isBefore || isAfter ? 1 : 0;
}

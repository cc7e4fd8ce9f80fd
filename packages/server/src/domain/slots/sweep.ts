import type { Range } from '@coach-booking/time/range';
import type { BusyColumns } from './busy.ts';

/** The arithmetic of one listing. Instants and lengths in milliseconds. */
export interface SweepInput {
  readonly grid: readonly Range[];
  /** Ordered and disjoint; a session must lie in one of them whole. */
  readonly free: readonly Range[];
  readonly busy: BusyColumns;
  /** Starts in [from, to). */
  readonly from: number;
  readonly to: number;
  readonly duration: number;
  readonly interval: number;
}

/** Returns the first step of the grid from `start` that is not before `floor`. */
const stepTo = (start: number, floor: number, interval: number): number =>
  start >= floor ? start : start + Math.ceil((floor - start) / interval) * interval;

/** Returns the maximum number of starts on the grid: the size that a listing needs. */
const countGrid = ({ grid, from, to, interval }: SweepInput): number => {
  let count = 0;
  for (const range of grid) {
    const length = Math.min(range.end, to) - Math.max(range.start, from);
    if (length > 0) count += Math.ceil(length / interval);
  }
  return count;
};

/**
 * Returns the starts in order and once. Two dates share time only where a clock change moves a range over midnight;
 * their starts then come out of order, or twice.
 */
const distinct = (starts: Float64Array): Float64Array => {
  for (let i = 1; i < starts.length; i++) {
    if (starts[i]! <= starts[i - 1]!) return Float64Array.from([...new Set(starts)].sort((a, b) => a - b));
  }
  return starts;
};

/**
 * Returns the starts on the grid whose session lies whole in a free range and overlaps nothing busy. Ascending,
 * distinct.
 */
export function sweep(input: SweepInput): Float64Array {
  const { grid, free, busy, from, to, duration, interval } = input;
  const { starts, ends, count } = busy;
  const out = new Float64Array(countGrid(input));
  let found = 0;
  let piece = 0;
  let block = 0;
  let reached = -Infinity;
  for (const range of grid) {
    if (range.start >= to) continue;
    if (range.start < reached) piece = block = 0;
    let start = stepTo(range.start, from, interval);
    const end = Math.min(range.end, to);
    while (start < end) {
      while (piece < free.length && free[piece]!.end < start + duration) piece++;
      if (piece === free.length) break;
      const open = free[piece]!;
      if (open.start > start) {
        start = stepTo(start, open.start, interval);
        continue;
      }
      while (block < count && ends[block]! <= start) block++;
      const nextBusy = block < count ? starts[block]! : Infinity;
      if (nextBusy < start + duration) {
        start = stepTo(start, ends[block]!, interval);
        continue;
      }
      const last = Math.min(open.end, nextBusy) - duration;
      for (; start <= last && start < end; start += interval) out[found++] = start;
    }
    reached = range.end;
  }
  return distinct(out.subarray(0, found));
}

const EVERYTHING: readonly Range[] = [{ start: -Infinity, end: Infinity }];
const NOTHING: BusyColumns = { starts: new Float64Array(), ends: new Float64Array(), count: 0 };

/** Returns every start of the grid in [from, to), blocked or not. Ascending, distinct. */
export function gridStarts(grid: readonly Range[], from: number, to: number, interval: number): Float64Array {
  return sweep({ grid, free: EVERYTHING, busy: NOTHING, from, to, duration: 0, interval });
}

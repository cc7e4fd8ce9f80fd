import { instant, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { SECOND } from '@coach-booking/time/units';

/**
 * Ranges as whole seconds, each its start and its end: eight bytes a range, so that thousands are read with every
 * question about slots. Seconds count from 1970 and go to 2106.
 */
export type PackedRanges = Uint32Array;

/** Packs ranges; one that does not begin or end with a second grows to it. */
export function packRanges(ranges: readonly Range<Instant>[]): PackedRanges {
  const packed = new Uint32Array(ranges.length * 2);
  ranges.forEach(({ start, end }, n) => {
    packed[2 * n] = Math.floor(start / SECOND);
    packed[2 * n + 1] = Math.ceil(end / SECOND);
  });
  return packed;
}

export function unpackRanges(packed: PackedRanges): Range<Instant>[] {
  return Array.from({ length: packed.length / 2 }, (_, n) => ({
    start: instant(packed[2 * n]! * SECOND),
    end: instant(packed[2 * n + 1]! * SECOND),
  }));
}

/** Returns how many ranges there are. */
export function countRanges(packed: PackedRanges): number {
  return packed.length / 2;
}

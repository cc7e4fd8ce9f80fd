import type { Instant, Milliseconds } from './instant.ts';
import { offsetAt, type Zone } from './zone.ts';

/** A range, `from` until `to` (half-open), in which `offset` milliseconds are added to UTC. */
export interface OffsetRow {
  readonly from: Instant;
  readonly to: Instant;
  readonly offset: Milliseconds;
}

/**
 * Returns the offsets of a zone from one instant until another, in order of time, without gaps; none for an empty
 * range.
 */
export function offsetRows(zone: Zone, from: number, to: number): OffsetRow[] {
  if (from >= to) return [];
  // The table also has rows where only the name of the time changes.
  const changes = (zone.at as readonly Instant[]).filter(
    (at, row) => from < at && at < to && zone.offset[row] !== zone.offset[row - 1],
  );
  const starts = [from as Instant, ...changes];
  return starts.map((start, i) => ({
    from: start,
    to: starts[i + 1] ?? (to as Instant),
    offset: offsetAt(zone, start),
  }));
}

import type { Instant } from '@coach-booking/time/instant';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { startOfDay, startOfLocalDay, zoneOf } from '@coach-booking/time/zone';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';

/** Bounds of a list, each of which may be absent: plain dates, both inclusive, or instants, half-open. */
export interface OpenBounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Returns the instants that the bounds mean in a zone. A list is read page by page, so it may be of any length. Throws
 * RANGE_INVALID.
 */
export function openRange({ from, to }: OpenBounds, timeZone: string): { from?: Instant; to?: Instant } {
  if (from !== undefined && to !== undefined && isPlainDate(from) !== isPlainDate(to))
    throw new Refusal('RANGE_INVALID', 'from and to must both be plain dates or both be instants.');
  const zone = zoneOf(timeZone);
  const range = {
    from: from === undefined ? undefined : isPlainDate(from) ? startOfDay(zone, from) : instantOf(from),
    to: to === undefined ? undefined : isPlainDate(to) ? startOfLocalDay(zone, epochDay(to) + 1) : instantOf(to),
  };
  if (!((range.from ?? -Infinity) < (range.to ?? Infinity)))
    throw new Refusal('RANGE_INVALID', `from ${from} must lie before to ${to}.`);
  return present(range);
}

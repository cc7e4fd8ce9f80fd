import type { Instant } from '@coach-booking/time/instant';
import { intersect } from '@coach-booking/time/range';
import type { Booking } from '../booking/booking.ts';
import { unpackRanges, type PackedRanges } from './packed-ranges.ts';

/** A part of a booking's time at which a calendar is busy, too. */
export interface SourceConflict {
  readonly bookingId: string;
  /** The start of the booking. */
  readonly bookedAt: Instant;
  readonly start: Instant;
  readonly end: Instant;
}

/** Returns every part of the time of a booking at which these ranges are busy. */
export function conflictsWith({ id, time }: Booking, busy: PackedRanges): readonly SourceConflict[] {
  if (!time) return [];
  const { start, end } = time;
  return intersect(unpackRanges(busy), [{ start, end }]).map((part) => ({
    bookingId: id,
    bookedAt: start,
    start: part.start,
    end: part.end,
  }));
}

/** Returns whether two name the same part of the same booking at the same time. */
export function isSameConflict(a: SourceConflict, b: SourceConflict): boolean {
  return a.bookingId === b.bookingId && a.bookedAt === b.bookedAt && a.start === b.start && a.end === b.end;
}

/** Returns whether the coach side put the booking to its time although a calendar was busy then. */
export function isOverBusy({ history }: Booking): boolean {
  const placed = history.findLast(({ type }) => type === 'created' || type === 'rescheduled');
  return placed?.overridden?.includes('external_busy') ?? false;
}

import { earliest, minus, type Instant } from '@coach-booking/time/instant';
import { merge, type Range } from '@coach-booking/time/range';
import { WHOLE_AFTER } from './calendar-source.ts';
import { unpackRanges, type PackedRanges } from './packed-ranges.ts';

/**
 * The last good reading of one of a source's calendars, where they are read apart: so one that cannot be read keeps its
 * busy time while the others go on.
 */
export interface CalendarPart {
  readonly calendarId: string;
  /** By which its provider is asked for what has changed since. Absent: it is read whole. */
  readonly token?: string;
  /** Ordered and disjoint. */
  readonly busy: PackedRanges;
  readonly events: number;
  /** Events of it that could not be counted. */
  readonly bad: number;
  /** When it was read whole, not only found unchanged, and how far ahead. */
  readonly readAt: Instant;
  readonly readUntil: Instant;
}

/** Returns the token by which to ask for changes; undefined where it is to be read whole, as once a day. */
export function tokenOf({ token, readAt }: CalendarPart, now: Instant): string | undefined {
  return readAt <= minus(now, WHOLE_AFTER) ? undefined : token;
}

/** Returns the busy time of all parts together, ordered and disjoint. */
export function busyOfParts(parts: readonly CalendarPart[]): readonly Range<Instant>[] {
  return merge(parts.flatMap(({ busy }) => unpackRanges(busy)));
}

/** Returns how far ahead all of them were read. */
export function readUntilOf(parts: readonly CalendarPart[]): Instant {
  return earliest(...parts.map(({ readUntil }) => readUntil));
}

import type { CoachHead } from '../coach/coach.ts';
import type { Instant } from '@coach-booking/time/instant';
import { fromEpochDay, type PlainDate } from '@coach-booking/time/plain-date';
import type { Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import { localDayOf, zoneOf } from '@coach-booking/time/zone';

/** More dates than this count as any date. */
const MAX_DATES = 31;

/** The parts of a coach that decide how far sessions reach. */
type Booked = Pick<CoachHead, 'schedule' | 'services'>;

const most = (...minutes: readonly (number | undefined)[]): number => Math.max(0, ...minutes.map((each) => each ?? 0));

/** Returns the milliseconds that a session and its neighbour may lie apart, at most, and still conflict. */
const bufferOf = ({ schedule, services }: Booked): number =>
  most(
    schedule.bufferBefore,
    schedule.bufferAfter,
    ...services.flatMap(({ bufferBefore, bufferAfter }) => [bufferBefore, bufferAfter]),
  ) * MINUTE;

/** Returns the milliseconds of the longest session. */
const lengthOf = ({ schedule, services }: Booked): number =>
  most(schedule.defaultDuration, ...services.map(({ duration }) => duration)) * MINUTE;

/**
 * Returns the dates in the coach's zone, in order, on which starts may have become free or taken because something
 * changed in these ranges. Empty when there are too many to name, or when no range is given: then any date may be
 * touched.
 */
export function touchedDates(head: Booked, ranges: readonly Range<Instant>[]): PlainDate[] {
  const zone = zoneOf(head.schedule.timeZone);
  const buffer = bufferOf(head);
  const before = lengthOf(head) + buffer;
  const days = new Set<number>();
  for (const { start, end } of ranges) {
    const last = localDayOf(zone, Math.max(start, end + buffer - 1));
    for (let day = localDayOf(zone, start - before); day <= last; day++) {
      if (days.size > MAX_DATES) return [];
      days.add(day);
    }
  }
  return [...days].sort((a, b) => a - b).map(fromEpochDay);
}

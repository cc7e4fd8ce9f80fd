import { earliest, latest, type Instant } from '@coach-booking/time/instant';
import { merge, overlaps, type Range } from '@coach-booking/time/range';
import { zoneOf } from '@coach-booking/time/zone';
import { openProblems } from '../calendar-in/problems.ts';
import type { ReadCalendar } from '../calendar-in/reading.ts';
import type { SeenEvent } from '../external-record/changed-there.ts';
import { bookingIdOf, isBusy, timeOf, writtenFor, type OutlookEvent } from './outlook-event.ts';

export interface ViewReading {
  /** The IANA zone of the coach, in which days without a time are. */
  readonly timeZone: string;
  readonly from: Instant;
  readonly until: Instant;
  /** The ids of bookings with this coach, whose events are ignored. */
  readonly ownBookings: ReadonlySet<string>;
}

/** Returns the ids of all bookings whose events are in a view, of whichever coach and server they are. */
export function bookingIdsInView(events: readonly OutlookEvent[]): readonly string[] {
  return [...new Set(events.map(bookingIdOf).filter((id) => id !== undefined))];
}

/** Returns those of a calendar's events that were written there for our own bookings, wherever they are by now. */
export function writtenInView(
  events: readonly OutlookEvent[],
  calendarId: string,
  { timeZone, ownBookings }: Pick<ViewReading, 'timeZone' | 'ownBookings'>,
): SeenEvent[] {
  const zone = zoneOf(timeZone);
  return events.flatMap((event) => {
    const bookingId = writtenFor(event);
    if (bookingId === undefined || !ownBookings.has(bookingId)) return [];
    const time = timeOf(event, zone);
    const seen = { bookingId, calendarId };
    return event.isCancelled === true ? { ...seen, isCancelled: true } : { ...seen, ...(time && { time }) };
  });
}

/** Returns when the owner of a calendar is busy by its view, in which Graph has expanded all repetitions. */
export function readView(
  events: readonly OutlookEvent[],
  { timeZone, from, until, ownBookings }: ViewReading,
): Omit<ReadCalendar, 'own'> {
  const zone = zoneOf(timeZone);
  const problems = openProblems();
  const busy: Range<Instant>[] = [];
  for (const event of events) {
    if (!isBusy(event) || ownBookings.has(bookingIdOf(event) ?? '')) continue;
    const time = timeOf(event, zone);
    if (!time) problems.add('bad_event', 'An event has no beginning or no end.');
    else if (overlaps(time, { start: from, end: until }))
      busy.push({ start: latest(time.start, from), end: earliest(time.end, until) });
  }
  return { busy: merge(busy), problems: problems.list(), events: events.length };
}

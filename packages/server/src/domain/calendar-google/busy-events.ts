import { instant, type Instant } from '@coach-booking/time/instant';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { intersect, isEmpty, merge, type Range } from '@coach-booking/time/range';
import { isTimeZone, startOfDay, zoneOf, type Zone } from '@coach-booking/time/zone';
import type { SeenEvent } from '../external-record/changed-there.ts';
import { bookingIdOf, isWritten, type GoogleEvent, type GoogleMoment } from './google-event.ts';

/** Events that say where somebody works, or whose birthday it is. */
const NEVER_BUSY = new Set(['workingLocation', 'birthday']);

/** Returns whether an event takes its owner's time, by what its owner and Google say of it. */
function takesTime({ status, transparency, eventType, attendees }: GoogleEvent): boolean {
  if (status === 'cancelled' || transparency === 'transparent' || NEVER_BUSY.has(eventType ?? '')) return false;
  return !attendees?.some(({ self, responseStatus }) => self === true && responseStatus === 'declined');
}

/** Returns the instant of a moment, of a day its first in the calendar's zone; undefined for one that is none. */
const instantOf = ({ date, dateTime }: GoogleMoment, zone: Zone): Instant | undefined => {
  if (date !== undefined) return isPlainDate(date) ? startOfDay(zone, date) : undefined;
  const at = /(?:Z|[+-]\d\d:\d\d)$/.test(dateTime ?? '') ? Date.parse(dateTime!) : NaN;
  return Number.isNaN(at) ? undefined : instant(at);
};

/** The events of one calendar, as far as its owner's time goes. */
export interface EventTimes {
  /** Ordered and disjoint, within the window. */
  readonly busy: readonly Range<Instant>[];
  /** Events without a real beginning or end, left out. */
  readonly bad: number;
}

const zoneOfCalendar = (timeZone: string | undefined, coachZone: string): Zone =>
  zoneOf(timeZone !== undefined && isTimeZone(timeZone) ? timeZone : coachZone);

/** Returns the time of an event; undefined without a real beginning and end. */
const timeOf = ({ start = {}, end = {} }: GoogleEvent, zone: Zone): Range<Instant> | undefined => {
  const [from, until] = [instantOf(start, zone), instantOf(end, zone)];
  return from === undefined || until === undefined || until < from ? undefined : { start: from, end: until };
};

/** Returns those of a calendar's events that were written there for `own` bookings, wherever they are by now. */
export function writtenIn(
  events: readonly GoogleEvent[],
  calendarId: string,
  { own, timeZone, coachZone }: Pick<TimesQuery, 'own' | 'timeZone' | 'coachZone'>,
): SeenEvent[] {
  const zone = zoneOfCalendar(timeZone, coachZone);
  return events.flatMap((event) => {
    if (!isWritten(event) || !own.has(event.id)) return [];
    const seen = { bookingId: event.id, calendarId };
    const time = timeOf(event, zone);
    return event.status === 'cancelled' ? { ...seen, isCancelled: true } : { ...seen, ...(time && { time }) };
  });
}

/** The events of a calendar to look for. */
export interface TimesQuery {
  readonly own: ReadonlySet<string>;
  readonly window: Range<Instant>;
  readonly timeZone: string | undefined;
  readonly coachZone: string;
}

/**
 * Returns when these events take their owner's time. Those of `own` bookings are left out: the bookings themselves take
 * it. `zone` is the calendar's, in which its days begin; one that is unknown is the coach's.
 */
export function timesOf(events: readonly GoogleEvent[], { own, window, timeZone, coachZone }: TimesQuery): EventTimes {
  const zone = zoneOfCalendar(timeZone, coachZone);
  const ranges: Range<Instant>[] = [];
  let bad = 0;
  for (const event of events) {
    if (!takesTime(event) || own.has(bookingIdOf(event) ?? '')) continue;
    const time = timeOf(event, zone);
    if (!time) bad += 1;
    else if (!isEmpty(time)) ranges.push(time);
  }
  return { busy: intersect(merge(ranges), [window]), bad };
}

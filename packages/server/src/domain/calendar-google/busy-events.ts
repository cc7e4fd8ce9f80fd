import { instant, type Instant } from '@coach-booking/time/instant';
import { isPlainDate } from '@coach-booking/time/plain-date';
import { intersect, isEmpty, merge, type Range } from '@coach-booking/time/range';
import { isTimeZone, startOfDay, zoneOf, type Zone } from '@coach-booking/time/zone';
import { bookingIdOf, type GoogleEvent, type GoogleMoment } from './google-event.ts';

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

/**
 * Returns when these events take their owner's time. Those of `own` bookings are left out: the bookings themselves take
 * it. `zone` is the calendar's, in which its days begin; one that is unknown is the coach's.
 */
export function timesOf(
  events: readonly GoogleEvent[],
  {
    own,
    window,
    timeZone,
    coachZone,
  }: {
    readonly own: ReadonlySet<string>;
    readonly window: Range<Instant>;
    readonly timeZone: string | undefined;
    readonly coachZone: string;
  },
): EventTimes {
  const zone = zoneOf(timeZone !== undefined && isTimeZone(timeZone) ? timeZone : coachZone);
  const ranges: Range<Instant>[] = [];
  let bad = 0;
  for (const event of events) {
    if (!takesTime(event) || own.has(bookingIdOf(event) ?? '')) continue;
    const start = instantOf(event.start ?? {}, zone);
    const end = instantOf(event.end ?? {}, zone);
    if (start === undefined || end === undefined || end < start) bad += 1;
    else if (!isEmpty({ start, end })) ranges.push({ start, end });
  }
  return { busy: intersect(merge(ranges), [window]), bad };
}

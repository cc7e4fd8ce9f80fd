import { instant, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { epochDay, isPlainDate } from '@coach-booking/time/plain-date';
import { startOfLocalDay, type Zone } from '@coach-booking/time/zone';
import { DAY } from '@coach-booking/time/units';
import { bookingIdOfTransaction, bookingIdOfUid } from './outlook-uid.ts';

/** Properties of an event that are asked for. Neither its title nor its people is among them. */
export const EVENT_PROPERTIES = [
  'start',
  'end',
  'isAllDay',
  'isCancelled',
  'showAs',
  'responseStatus',
  'iCalUId',
  'transactionId',
] as const;

/** An event as Graph answers it, of which nothing is certain. */
export type OutlookEvent = { readonly [P in (typeof EVENT_PROPERTIES)[number]]?: unknown };

/**
 * The values of `showAs` that take no time. Of `workingElsewhere` Microsoft itself counts the time as free
 * (`availabilityView` of `getSchedule`): it names a place, and is usually a whole day. What is unknown is busy.
 */
const FREE: ReadonlySet<unknown> = new Set(['free', 'workingElsewhere']);

const TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z?$/;

/** Returns a time of Graph, which was asked for UTC, in milliseconds; NaN for what is none. */
const wallOf = (value: unknown): number => {
  const { dateTime, timeZone } = (value ?? {}) as { readonly dateTime?: unknown; readonly timeZone?: unknown };
  const [, date = '', time] = (typeof dateTime === 'string' && TIME.exec(dateTime)) || [];
  if (timeZone !== 'UTC' || !isPlainDate(date)) return Number.NaN;
  return epochDay(date) * DAY + (Date.parse(`1970-01-01T${time}Z`) || 0);
};

/**
 * Returns when an event is; null for one without a real beginning and end. Days are those of the coach, as in a
 * calendar file. A day that does not begin at midnight was written in another zone, and is that time.
 */
export function timeOf({ start, end, isAllDay }: OutlookEvent, zone: Zone): Range<Instant> | null {
  const from = wallOf(start);
  const to = wallOf(end);
  if (Number.isNaN(from) || Number.isNaN(to) || to < from) return null;
  if (isAllDay === true && from % DAY === 0 && to % DAY === 0)
    return { start: startOfLocalDay(zone, from / DAY), end: startOfLocalDay(zone, to / DAY) };
  return { start: instant(from), end: instant(to) };
}

/** Returns whether an event takes its owner's time: none that was cancelled or declined, or is shown as free. */
export function isBusy({ isCancelled, showAs, responseStatus }: OutlookEvent): boolean {
  const { response } = (responseStatus ?? {}) as { readonly response?: unknown };
  return isCancelled !== true && response !== 'declined' && !FREE.has(showAs);
}

/** Returns the booking for which we created an event; undefined for any other. */
export function writtenFor({ transactionId }: OutlookEvent): string | undefined {
  return typeof transactionId === 'string' ? bookingIdOfTransaction(transactionId) : undefined;
}

/** Returns the booking of which an event is: one that was written here, or that came with the file of a mail. */
export function bookingIdOf(event: OutlookEvent): string | undefined {
  const { iCalUId } = event;
  return writtenFor(event) ?? (typeof iCalUId === 'string' ? bookingIdOfUid(iCalUId) : undefined);
}

import type { CalendarBooking, TimeOffInput } from '@coach-booking/sdk';
import { addDays } from '@coach-booking/time/dates';
import { instantOf, isSkipped, wallOf } from '../../../internal/dates/wall.ts';

/** Time off as it is typed, by the clock of the shown zone. Whole days include the last one. */
export interface TimeOffForm {
  readonly allDay: boolean;
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
  readonly reason: string;
  readonly submitted: boolean;
}

/** Returns the form for a range; a range from midnight to midnight is of whole days. */
export function initialTimeOffForm(
  { start, end, reason = '' }: { readonly start: string; readonly end: string; readonly reason?: string | undefined },
  timeZone: string,
): TimeOffForm {
  const [from, to] = [wallOf(start, timeZone), wallOf(end, timeZone)];
  const allDay = from.time === '00:00' && to.time === '00:00' && to.date > from.date;
  return {
    allDay,
    fromDate: from.date,
    fromTime: allDay ? '09:00' : from.time,
    toDate: allDay ? addDays(to.date, -1) : to.date,
    toTime: allDay ? '17:00' : to.time,
    reason,
    submitted: false,
  };
}

/**
 * Returns the range of the form; null while a field is missing or the clocks skip a time, a phrase when it ends before
 * it starts.
 */
export function timeOffInputOf(
  { allDay, fromDate, fromTime, toDate, toTime }: TimeOffForm,
  timeZone: string,
): Pick<TimeOffInput, 'start' | 'end'> | 'endAfterStart' | null {
  if (!fromDate || !toDate || (!allDay && (!fromTime || !toTime))) return null;
  if (skippedIn({ allDay, fromDate, fromTime, toDate, toTime }, timeZone).length > 0) return null;
  const start = instantOf({ date: fromDate, time: allDay ? '00:00' : fromTime }, timeZone);
  const end = instantOf(
    allDay ? { date: addDays(toDate, 1), time: '00:00' } : { date: toDate, time: toTime },
    timeZone,
  );
  return Date.parse(end) > Date.parse(start) ? { start, end } : 'endAfterStart';
}

/** Returns the fields with a time that the clocks skip on their date. */
export function skippedIn(
  { allDay, fromDate, fromTime, toDate, toTime }: Omit<TimeOffForm, 'reason' | 'submitted'>,
  timeZone: string,
): ('fromTime' | 'toTime')[] {
  const times = [
    ['fromTime', fromDate, fromTime],
    ['toTime', toDate, toTime],
  ] as const;
  return times
    .filter(([, date, time]) => !allDay && date && time && isSkipped({ date, time }, timeZone))
    .map(([name]) => name);
}

const active: readonly CalendarBooking['status'][] = ['pending', 'scheduled', 'confirmed', 'in_progress'];

/** Returns the active bookings to come within a range, even partly. */
export function bookingsIn(
  bookings: readonly CalendarBooking[],
  { start, end }: Pick<TimeOffInput, 'start' | 'end'>,
  now: number,
): CalendarBooking[] {
  return bookings.filter(
    (booking) =>
      active.includes(booking.status) &&
      booking.start &&
      booking.end &&
      Date.parse(booking.start) > now &&
      Date.parse(booking.start) < Date.parse(end) &&
      Date.parse(start) < Date.parse(booking.end),
  );
}

import type { CalendarBooking, CalendarFlowState, TimeOffInput } from '@coach-booking/sdk';
import { addDays, utcOf, weekdayOf } from '@coach-booking/time/dates';
import type { PlainDate } from '../../../internal/dates/plain-date.ts';
import { instantOf, isSkipped, wallOf } from '../../../internal/dates/wall.ts';

/** Time off as it is typed, by the clock of the shown zone. Whole days include the last one. */
export interface TimeOffForm {
  readonly allDay: boolean;
  readonly fromDate: string;
  readonly fromTime: string;
  readonly toDate: string;
  readonly toTime: string;
  readonly reason: string;
  /** An event of the coach's own life, with a title. */
  readonly personal: boolean;
  readonly title: string;
  /** The number of weeks from one to the next; empty when it does not repeat. */
  readonly everyWeeks: string;
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** The last date, when it repeats. */
  readonly until: string;
  readonly submitted: boolean;
}

type TimeOff = CalendarFlowState['timeOff'][number];
/** Stored time off, or the range of a new one. */
type Known = Pick<TimeOff, 'start' | 'end'> & { [K in keyof TimeOff]?: TimeOff[K] | undefined };
type Zones = Pick<CalendarFlowState, 'timeZone' | 'coachTimeZone'>;

/**
 * Returns the form for a range, or for the first time of one that repeats; a range from midnight to midnight is of
 * whole days.
 */
export function initialTimeOffForm(
  { start, end, firstStart = start, firstEnd = end, reason = '', title = '', kind, repeat }: Known,
  { timeZone, coachTimeZone = timeZone }: Pick<Zones, 'timeZone'> & Partial<Zones>,
): TimeOffForm {
  const shift = -shiftOf(firstStart, { timeZone, coachTimeZone });
  const [from, to] = [wallOf(firstStart, timeZone), wallOf(firstEnd, timeZone)];
  const allDay = from.time === '00:00' && to.time === '00:00' && to.date > from.date;
  return {
    allDay,
    fromDate: from.date,
    fromTime: allDay ? '09:00' : from.time,
    toDate: allDay ? addDays(to.date, -1) : to.date,
    toTime: allDay ? '17:00' : to.time,
    reason,
    personal: kind === 'personal',
    title,
    everyWeeks: repeat ? `${repeat.everyWeeks}` : '',
    weekdays: repeat?.weekdays.map((day) => shifted(day, shift)) ?? [weekdayOf(from.date)],
    until: repeat ? addDays(repeat.until as PlainDate, shift) : addDays(from.date, 84),
    submitted: false,
  };
}

/** The number of weeks from one to the next that the form offers. */
export const WEEKS = [1, 2, 3, 4] as const;
/** The most days from the first date to the last. */
const MOST_DAYS = 732;

/** Returns by how many days the date of an instant in the coach's zone, by which it repeats, is after the shown one. */
function shiftOf(start: string, { timeZone, coachTimeZone }: Zones): number {
  const [there, here] = [coachTimeZone, timeZone].map((zone) => Number(utcOf(wallOf(start, zone).date)));
  return Math.round((there! - here!) / 86_400_000);
}

const shifted = (weekday: number, days: number): number => (weekday + days + 7) % 7;

/**
 * Returns how the time off of the form repeats; undefined when it does not, a phrase while the last date is missing,
 * before the first or too far. The API counts weekdays and dates in the coach's zone.
 */
export function repeatOf(
  { everyWeeks, weekdays, fromDate, until }: TimeOffForm,
  start: string,
  zones: Zones,
): TimeOffInput['repeat'] | 'invalidDate' | 'untilWrong' {
  if (!everyWeeks) return undefined;
  if (!until) return 'invalidDate';
  if (until < fromDate || until > addDays(fromDate, MOST_DAYS)) return 'untilWrong';
  const shift = shiftOf(start, zones);
  // The weekday of the first one is always among them.
  const days = [...new Set([...weekdays, weekdayOf(fromDate)])].map((day) => shifted(day, shift));
  return { everyWeeks: Number(everyWeeks), weekdays: days.sort(), until: addDays(until, shift) };
}

/** Returns the dates that stay left out when time off is stored anew, with one more where it is given. */
export function exceptOf(
  { except = [] }: Pick<NonNullable<TimeOff['repeat']>, 'except'>,
  span: { readonly from: string; readonly until: string },
  date?: string,
): Pick<NonNullable<TimeOffInput['repeat']>, 'except'> {
  const all = [...new Set([...except, ...(date ? [date] : [])])].sort();
  const kept = all.filter((one) => one >= span.from && one <= span.until);
  return kept.length > 0 ? { except: kept } : {};
}

/** Returns the kind of the form, and its title or reason. */
export function wordsOf({ personal, title, reason }: TimeOffForm): Pick<TimeOffInput, 'kind' | 'title' | 'reason'> {
  const [name, why] = [title.trim(), reason.trim()];
  return personal ? { kind: 'personal', ...(name && { title: name }) } : { ...(why && { reason: why }) };
}

/**
 * Returns the range of the form; null while a field is missing or the clocks skip a time, a phrase when it ends before
 * it starts.
 */
export function timeOffInputOf(
  {
    allDay,
    fromDate,
    fromTime,
    toDate,
    toTime,
  }: Pick<TimeOffForm, 'allDay' | 'fromDate' | 'fromTime' | 'toDate' | 'toTime'>,
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
  {
    allDay,
    fromDate,
    fromTime,
    toDate,
    toTime,
  }: Pick<TimeOffForm, 'allDay' | 'fromDate' | 'fromTime' | 'toDate' | 'toTime'>,
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

import { wallOf } from '@coach-booking/elements/internal/dates/wall';
import { MINUTE } from '@coach-booking/time/units';
import type { Booking, Calendar } from './calls.ts';

/** A stretch of the day that can be booked still, as instants in milliseconds. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/** A session, by the instants of its time in milliseconds. */
export interface Session extends Gap {
  readonly booking: Booking;
}

/** The day of a coach, by the coach's clock. */
export interface Day {
  /** Plain date. */
  readonly date: string;
  /** The sessions that meet the day and were not cancelled, by start. */
  readonly sessions: readonly Session[];
  /** The next session that has not begun, today or in the days that were read; null when there is none. */
  readonly next: Session | null;
  /** The session that runs now; null when none does. */
  readonly current: Session | null;
  readonly gaps: readonly Gap[];
  /** The first later date with working hours, of the days that were read; null when none of them has any. */
  readonly nextWorkingDate: string | null;
  /** Whether the day has working hours. */
  readonly isWorking: boolean;
}

/** A shorter stretch is no time for a session, in milliseconds. */
const SHORTEST = 15 * MINUTE;

const at = (instant: string): number => Date.parse(instant);
const rangeOf = ({ start, end }: { readonly start: string; readonly end: string }): Gap => ({
  start: at(start),
  end: at(end),
});

/** Returns what is left of stretches without others. */
export function without(stretches: readonly Gap[], others: readonly Gap[]): readonly Gap[] {
  return others.reduce(
    (left, { start, end }) =>
      left.flatMap((stretch) =>
        [
          { start: stretch.start, end: Math.min(stretch.end, start) },
          { start: Math.max(stretch.start, end), end: stretch.end },
        ].filter((part) => part.start < part.end),
      ),
    stretches,
  );
}

/**
 * Returns the times of the day at which the coach is free from now on: the working hours without all that blocks them.
 * That visitors have to book earlier does not bind the coach, so `notice` and `window` block nothing here.
 */
function gapsOf({ days, explain = [] }: Calendar, date: string, now: number): readonly Gap[] {
  const hours = days.find((day) => day.date === date)?.workingHours.map(rangeOf) ?? [];
  const blocked = explain.filter(({ code }) => code !== 'notice' && code !== 'window').map(rangeOf);
  const step = 5 * MINUTE;
  const begin = Math.ceil(now / step) * step;
  return without(hours, [{ start: -Infinity, end: begin }, ...blocked]).filter(
    ({ start, end }) => end - start >= SHORTEST,
  );
}

const isActive = ({ booking: { status } }: Session) => /^(pending|scheduled|confirmed|in_progress)$/.test(status);

/** Returns the sessions of a calendar that were not cancelled, by start; with `isOwn` those that it holds for. */
function sessionsOf({ bookings }: Calendar, isOwn: (booking: Booking) => boolean): readonly Session[] {
  return bookings
    .filter((booking) => booking.start && booking.end && booking.status !== 'cancelled' && isOwn(booking))
    .map((booking) => ({ booking, ...rangeOf(booking as { start: string; end: string }) }))
    .sort((one, other) => one.start - other.start);
}

/** Returns the day of an instant, in milliseconds, out of a calendar that was read around it. */
export function dayOf(calendar: Calendar, now: number, isOwn: (booking: Booking) => boolean = () => true): Day {
  const dateOf = (instant: number) => wallOf(new Date(instant).toISOString(), calendar.timeZone).date;
  const date = dateOf(now);
  const all = sessionsOf(calendar, isOwn);
  const working = calendar.days.filter(({ workingHours }) => workingHours.length > 0);
  return {
    date,
    sessions: all.filter(({ start, end }) => dateOf(start) <= date && dateOf(end - 1) >= date),
    next: all.find((session) => isActive(session) && session.start > now) ?? null,
    current: all.find((session) => isActive(session) && session.start <= now && session.end > now) ?? null,
    gaps: gapsOf(calendar, date, now),
    nextWorkingDate: working.find((day) => day.date > date)?.date ?? null,
    isWorking: working.some((day) => day.date === date),
  };
}

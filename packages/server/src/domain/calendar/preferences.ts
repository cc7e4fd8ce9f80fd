import type { BookingStatus } from '../booking/status.ts';
import type { Weekday } from '@coach-booking/time/plain-date';
import { toMinutes } from '@coach-booking/time/wall-time';

export type CalendarView = 'month' | 'week' | 'day' | 'three_days' | 'list';

/** A coach's settings of the calendar's view. They change nothing that can be booked. */
export interface Preferences {
  readonly defaultView: CalendarView;
  /** A CSS colour for each status. */
  readonly colours: Readonly<Record<BookingStatus, string>>;
  /** First visible time of a day, `HH:MM`. */
  readonly dayStart: string;
  /** Last visible time, after the first; may be `24:00`. */
  readonly dayEnd: string;
  /** 0 is Sunday. */
  readonly weekStart: Weekday;
  /** The way of writing times: as the language does, with 12 hours, or with 24. */
  readonly timeFormat: 'language' | 'h12' | 'h24';
  /** The meaning of the colour of a booking. */
  readonly colourBy: 'status' | 'service' | 'staff';
  /** IANA id of a zone whose hours stand beside those of the calendar. */
  readonly secondTimeZone?: string;
}

/** The preferences until the coach sets others. */
export const defaultPreferences: Preferences = {
  defaultView: 'week',
  colours: {
    pending: '#b45309',
    scheduled: '#1d4ed8',
    confirmed: '#2196f3',
    in_progress: '#7c3aed',
    completed: '#4caf50',
    no_show: '#6b7280',
    cancelled: '#9ca3af',
  },
  dayStart: '06:00',
  dayEnd: '20:00',
  weekStart: 1,
  timeFormat: 'language',
  colourBy: 'status',
};

/** Returns whether the last visible time is after the first. */
export function hasVisibleTime({ dayStart, dayEnd }: Preferences): boolean {
  return toMinutes(dayStart) < toMinutes(dayEnd);
}

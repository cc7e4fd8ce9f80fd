import { parseInstant } from '@coach-booking/time/instant';
import { readCalendar } from '../src/domain/calendar-in/read-calendar.ts';
import type { CalendarReading, ReadCalendar } from '../src/domain/calendar-in/reading.ts';

/** A coach in Berlin, and the year 2026. */
export const reading: CalendarReading = {
  timeZone: 'Europe/Berlin',
  from: parseInstant('2026-01-01T00:00:00Z'),
  until: parseInstant('2027-01-01T00:00:00Z'),
};

/** Returns a file of these components and properties. */
export function calendarOf(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** Returns the lines of an event. */
export function eventOf(...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
}

/** Returns the busy times as `2026-04-14T08:00/09:00`, in UTC; with both dates where they differ. */
export function shown({ busy }: ReadCalendar): string[] {
  return busy.map(({ start, end }) => {
    const [from, to] = [start, end].map((at) => new Date(at).toISOString().slice(0, 16)) as [string, string];
    return `${from}/${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
  });
}

/** Returns when a calendar of one event is busy. */
export function busyWith(...lines: readonly string[]): string[] {
  return shown(readCalendar(calendarOf(...eventOf('UID:1', ...lines)), reading));
}

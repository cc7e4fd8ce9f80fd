import { parseInstant, type Instant } from '@coach-booking/time/instant';
import { intersect, merge } from '@coach-booking/time/range';
import { CalendarUnreadable, type CalendarReader } from '../../src/application/ports/calendar-reader.ts';

const at = (text: string): Instant =>
  parseInstant(text.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z'));

/** Writes events as `fakeCalendarReader` reads them: `20260414T130000Z` each. */
export function calendarText(...events: readonly (readonly [start: string, end: string])[]): string {
  const written = events.map(([start, end]) => `BEGIN:VEVENT\r\nDTSTART:${start}\r\nDTEND:${end}\r\nEND:VEVENT\r\n`);
  return `BEGIN:VCALENDAR\r\n${written.join('')}END:VCALENDAR\r\n`;
}

/** Reads events that begin and end in UTC, and no others. */
export const fakeCalendarReader: CalendarReader = {
  read: async (text, { from, until }) => {
    if (!text.startsWith('BEGIN:VCALENDAR')) throw new CalendarUnreadable('malformed');
    const found = [...text.matchAll(/DTSTART:(\w+)\s+DTEND:(\w+)/g)].map(([, start, end]) => ({
      start: at(start!),
      end: at(end!),
    }));
    return {
      busy: intersect(merge(found), [{ start: from, end: until }]),
      problems: [],
      events: found.length,
      own: [],
    };
  },
  readObjects: async (answers, reading) => fakeCalendarReader.read(answers.join('\r\n'), reading),
  close: async () => undefined,
};

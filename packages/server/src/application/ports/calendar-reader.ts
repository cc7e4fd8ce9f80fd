import type { CalendarReading, ReadCalendar } from '../../domain/calendar-in/reading.ts';
import type { ReadSessions } from '../../domain/calendar-in/sessions.ts';

export {
  CalendarUnreadable,
  type CalendarReading,
  type CalendarUnreadableCode,
  type ReadCalendar,
} from '../../domain/calendar-in/reading.ts';

/** Reads iCalendar files from untrusted sources, within limits of time and memory and away from this thread. */
export interface CalendarReader {
  /** @throws CalendarUnreadable */
  read(text: string, reading: CalendarReading): Promise<ReadCalendar>;
  /**
   * Reads answers of a CalDAV server, each with all objects of a calendar, together.
   * @throws CalendarUnreadable
   */
  readObjects(answers: readonly string[], reading: CalendarReading): Promise<ReadCalendar>;
  close(): Promise<void>;
}

/** Reads former calendars of coaches, likewise. */
export interface CalendarSessions {
  /**
   * Returns the sessions, with whom they are.
   * @throws CalendarUnreadable
   */
  sessions(text: string, reading: CalendarReading): Promise<ReadSessions>;
}

/** Rejects every calendar: for a process without requests. */
export const noCalendarSessions: CalendarSessions = {
  sessions: () => Promise.reject(new Error('This process takes no imports.')),
};

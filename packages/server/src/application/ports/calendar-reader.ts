import type { CalendarReading, ReadCalendar } from '../../domain/calendar-in/reading.ts';

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
  close(): Promise<void>;
}

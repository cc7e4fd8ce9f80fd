import { readCalendar } from '../../domain/calendar-in/read-calendar.ts';
import {
  CalendarUnreadable,
  type CalendarReading,
  type CalendarUnreadableCode,
  type ReadCalendar,
} from '../../application/ports/calendar-reader.ts';

/** A file to read, as a message to the thread. */
export interface Task {
  readonly text: string;
  readonly reading: CalendarReading;
}

/** Its answer. */
export type Outcome = { readonly calendar: ReadCalendar } | { readonly code: CalendarUnreadableCode };

export function outcomeOf({ text, reading }: Task): Outcome {
  try {
    return { calendar: readCalendar(text, reading) };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { code: error.code };
    throw error;
  }
}

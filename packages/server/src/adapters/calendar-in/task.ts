import { readCalendar } from '../../domain/calendar-in/read-calendar.ts';
import { readSessions, type ReadSessions } from '../../domain/calendar-in/sessions.ts';
import {
  CalendarUnreadable,
  type CalendarReading,
  type CalendarUnreadableCode,
  type ReadCalendar,
} from '../../application/ports/calendar-reader.ts';

/** A file to read, as a message to the thread. */
export interface Task {
  readonly kind: 'busy' | 'sessions';
  readonly text: string;
  readonly reading: CalendarReading;
}

/** Its answer. */
export type Outcome =
  { readonly busy: ReadCalendar } | { readonly sessions: ReadSessions } | { readonly code: CalendarUnreadableCode };

export function outcomeOf({ kind, text, reading }: Task): Outcome {
  try {
    return kind === 'busy' ? { busy: readCalendar(text, reading) } : { sessions: readSessions(text, reading) };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { code: error.code };
    throw error;
  }
}

import { readCalendar } from '../../domain/calendar-in/read-calendar.ts';
import { readObjects } from '../../domain/calendar-in/read-objects.ts';
import { readSessions, type ReadSessions } from '../../domain/calendar-in/sessions.ts';
import {
  CalendarUnreadable,
  type CalendarReading,
  type CalendarUnreadableCode,
  type ReadCalendar,
} from '../../application/ports/calendar-reader.ts';

/** The task of the thread: a file, or the responses of a CalDAV server. */
export type Task = { readonly reading: CalendarReading } & (
  | { readonly kind: 'busy' | 'sessions'; readonly text: string }
  | { readonly kind: 'objects'; readonly answers: readonly string[] }
);

/** Its answer. */
export type Outcome =
  { readonly busy: ReadCalendar } | { readonly sessions: ReadSessions } | { readonly code: CalendarUnreadableCode };

export function outcomeOf(task: Task): Outcome {
  const { reading } = task;
  try {
    if (task.kind === 'objects') return { busy: readObjects(task.answers, reading) };
    if (task.kind === 'busy') return { busy: readCalendar(task.text, reading) };
    return { sessions: readSessions(task.text, reading) };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { code: error.code };
    throw error;
  }
}

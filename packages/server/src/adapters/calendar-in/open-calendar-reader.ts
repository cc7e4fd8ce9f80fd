import { MAX_CHARACTERS } from '../../domain/calendar-in/read-calendar.ts';
import type { ReadSessions } from '../../domain/calendar-in/sessions.ts';
import {
  CalendarUnreadable,
  type CalendarReader,
  type CalendarSessions,
  type ReadCalendar,
} from '../../application/ports/calendar-reader.ts';
import { outcomeOf, type Task } from './task.ts';
import { openThread, type ReadingThread } from './thread.ts';

/** In XML some of the calendars' characters are written as five, and each object has an address around it. */
const MAX_OF_ANSWERS = 2 * MAX_CHARACTERS;

const lengthOf = (task: Task): number =>
  task.kind === 'objects' ? task.answers.reduce((sum, { length }) => sum + length, 0) : task.text.length;

/** Reads in the caller's thread: from sources, since Node 20 cannot load TypeScript in another one. */
function openHere(): ReadingThread {
  return { run: async (task) => outcomeOf(task), close: async () => undefined };
}

/**
 * Opens the reader of calendars of others. Its thread is started when the first one is to be read. `killAfter`: the
 * milliseconds that a file may take, 2000 by default.
 */
export function openCalendarReader({ entry, killAfter }: { readonly entry?: URL; readonly killAfter?: number } = {}) {
  // What is built lies at the top of its folder.
  const isSource = import.meta.url.endsWith('.ts');
  const thread =
    !entry && isSource
      ? openHere()
      : openThread(entry ?? new URL('./adapters/calendar-in/worker.js', import.meta.url), { killAfter });
  const run = async (task: Task) => {
    if (lengthOf(task) > (task.kind === 'objects' ? MAX_OF_ANSWERS : MAX_CHARACTERS))
      throw new CalendarUnreadable('too_big');
    const outcome = await thread.run(task);
    if ('code' in outcome) throw new CalendarUnreadable(outcome.code);
    return outcome as { busy: ReadCalendar; sessions: ReadSessions };
  };
  const reader: CalendarReader & CalendarSessions = {
    read: async (text, reading) => (await run({ kind: 'busy', text, reading })).busy,
    readObjects: async (answers, reading) => (await run({ kind: 'objects', answers, reading })).busy,
    sessions: async (text, reading) => (await run({ kind: 'sessions', text, reading })).sessions,
    close: () => thread.close(),
  };
  return reader;
}

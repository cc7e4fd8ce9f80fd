import { MAX_CHARACTERS } from '../../domain/calendar-in/read-calendar.ts';
import { CalendarUnreadable, type CalendarReader } from '../../application/ports/calendar-reader.ts';
import { outcomeOf } from './task.ts';
import { openThread, type ReadingThread } from './thread.ts';

/** Reads in the caller's thread: from sources, since Node 20 cannot load TypeScript in another one. */
function openHere(): ReadingThread {
  return { run: async (task) => outcomeOf(task), close: async () => undefined };
}

/**
 * Opens the reader of calendars of others. Its thread is started when the first one is to be read. `killAfter`: the
 * milliseconds that a file may take, 2000 by default.
 */
export function openCalendarReader({ entry, killAfter }: { readonly entry?: URL; readonly killAfter?: number } = {}) {
  const isSource = import.meta.url.endsWith('.ts');
  const thread =
    !entry && isSource ? openHere() : openThread(entry ?? new URL('./worker.js', import.meta.url), { killAfter });
  const reader: CalendarReader = {
    async read(text, reading) {
      if (text.length > MAX_CHARACTERS) throw new CalendarUnreadable('too_big');
      const outcome = await thread.run({ text, reading });
      if ('code' in outcome) throw new CalendarUnreadable(outcome.code);
      return outcome.calendar;
    },
    close: () => thread.close(),
  };
  return reader;
}

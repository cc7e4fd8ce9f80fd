import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import { bookingIdsIn, bookingIdsInXml } from '../mail/ics.ts';
import { present } from '../kernel/present.ts';
import {
  CalendarUnreadable,
  type CalendarReading,
  type CalendarUnreadableCode,
  type ReadCalendar,
} from '../ports/calendar-reader.ts';
import type { Core } from '../ports/core.ts';
import type { SourceWindow } from './source-window.ts';

type ReadNeeds = Pick<Core, 'calendarReader'>;
type ReadEnd = Extract<Reading, { kind: 'read' | 'failed' }>;

const UNREADABLE: Readonly<Record<CalendarUnreadableCode, ReadingFailure>> = {
  malformed: 'MALFORMED',
  too_big: 'TOO_BIG',
  too_slow: 'TOO_SLOW',
  too_many: 'TOO_MANY',
};

const readBy = async (
  read: (reading: CalendarReading) => Promise<ReadCalendar>,
  bookingIds: readonly string[],
  { timeZone, from, until, owner, ownUids }: SourceWindow,
): Promise<ReadEnd> => {
  const reading = { timeZone, from, until, ownUids: await ownUids(bookingIds), ...present({ owner }) };
  try {
    const { busy, events, problems } = await read(reading);
    return { kind: 'read', busy, events, problems, readUntil: until };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { kind: 'failed', code: UNREADABLE[error.code] };
    throw error;
  }
};

/** Reads the busy time of an iCalendar file, within limits and in a thread of its own. */
export function readText({ calendarReader }: ReadNeeds, text: string, window: SourceWindow): Promise<ReadEnd> {
  return readBy((reading) => calendarReader.read(text, reading), bookingIdsIn(text), window);
}

/** Reads the busy time of the answers of a CalDAV server, likewise. */
export function readObjects(
  { calendarReader }: ReadNeeds,
  answers: readonly string[],
  window: SourceWindow,
): Promise<ReadEnd> {
  const ids = [...new Set(answers.flatMap(bookingIdsInXml))];
  return readBy((reading) => calendarReader.readObjects(answers, reading), ids, window);
}

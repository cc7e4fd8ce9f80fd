import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { SeenEvents } from '../../domain/external-record/changed-there.ts';
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
type SeenRange = Pick<SeenEvents['whole'][number], 'start' | 'end'>;
type ReadEnd = Extract<Reading, { kind: 'read' | 'failed' }>;

const UNREADABLE: Readonly<Record<CalendarUnreadableCode, ReadingFailure>> = {
  malformed: 'MALFORMED',
  too_big: 'TOO_BIG',
  too_slow: 'TOO_SLOW',
  too_many: 'TOO_MANY',
};

/** Returns our own events in what was read of these calendars. */
const seenIn = (own: ReadCalendar['own'], calendarIds: readonly string[], range: SeenRange): SeenEvents => {
  const read = own.slice(0, calendarIds.length).map((one, n) => ({ ...one, calendarId: calendarIds[n]! }));
  return {
    events: read.flatMap(({ events, calendarId }) =>
      events.map(({ uid, ...rest }) => ({ ...rest, bookingId: uid.split('@')[0]!, calendarId })),
    ),
    whole: read.filter(({ isWhole }) => isWhole).map(({ calendarId }) => ({ calendarId, ...range })),
  };
};

const readBy = async (
  read: (reading: CalendarReading) => Promise<ReadCalendar>,
  bookingIds: readonly string[],
  calendarIds: readonly string[],
  { timeZone, from, until, owner, ownUids }: SourceWindow,
): Promise<ReadEnd> => {
  const reading = { timeZone, from, until, ownUids: await ownUids(bookingIds), ...present({ owner }) };
  try {
    const { busy, events, problems, own } = await read(reading);
    const seen = seenIn(own, calendarIds, { start: from, end: until });
    return { kind: 'read', busy, events, problems, readUntil: until, seen };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { kind: 'failed', code: UNREADABLE[error.code] };
    throw error;
  }
};

/**
 * Reads the busy time of an iCalendar file, within limits and in a thread of its own. `calendarIds` has the calendar of
 * an account that it is.
 */
export function readText(
  { calendarReader }: ReadNeeds,
  text: string,
  window: SourceWindow,
  calendarIds: readonly string[] = [],
): Promise<ReadEnd> {
  return readBy((reading) => calendarReader.read(text, reading), bookingIdsIn(text), calendarIds, window);
}

/** Reads the busy time of the answers of a CalDAV server, one for each of these calendars, likewise. */
export function readObjects(
  { calendarReader }: ReadNeeds,
  answers: readonly string[],
  calendarIds: readonly string[],
  window: SourceWindow,
): Promise<ReadEnd> {
  const ids = [...new Set(answers.flatMap(bookingIdsInXml))];
  return readBy((reading) => calendarReader.readObjects(answers, reading), ids, calendarIds, window);
}

import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import { bookingIdsIn } from '../mail/ics.ts';
import { present } from '../kernel/present.ts';
import { CalendarUnreadable, type CalendarUnreadableCode } from '../ports/calendar-reader.ts';
import type { Core } from '../ports/core.ts';
import type { SourceWindow } from './source-window.ts';

const UNREADABLE: Readonly<Record<CalendarUnreadableCode, ReadingFailure>> = {
  malformed: 'MALFORMED',
  too_big: 'TOO_BIG',
  too_slow: 'TOO_SLOW',
  too_many: 'TOO_MANY',
};

/** Reads the busy time of an iCalendar file, within limits and in a thread of its own. */
export async function readText(
  { calendarReader }: Pick<Core, 'calendarReader'>,
  text: string,
  { timeZone, from, until, owner, ownUids }: SourceWindow,
): Promise<Extract<Reading, { kind: 'read' | 'failed' }>> {
  const reading = { timeZone, from, until, ownUids: await ownUids(bookingIdsIn(text)), ...present({ owner }) };
  try {
    const { busy, events, problems } = await calendarReader.read(text, reading);
    return { kind: 'read', busy, events, problems, readUntil: until };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { kind: 'failed', code: UNREADABLE[error.code] };
    throw error;
  }
}

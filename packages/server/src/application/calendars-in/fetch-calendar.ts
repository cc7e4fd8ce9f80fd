import type { Instant } from '@coach-booking/time/instant';
import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { NOT_MODIFIED, refusedReading } from './read-ics.ts';
import { readText } from './read-text.ts';
import { readByKind, type ReaderNeeds } from './source-readers.ts';
import { windowOf, type SourceWindow } from './source-window.ts';

export type FetchNeeds = ReaderNeeds;

/** In mode test nothing leaves, of whatever kind it is: the source answers what the test has set (R11). */
const readTestAnswer = async (
  core: FetchNeeds,
  { answer, good, writesTo }: CalendarSource,
  window: SourceWindow,
): Promise<Reading> => {
  if (!answer) return { kind: 'failed', code: 'NO_TEST_ANSWER' };
  if (answer.status === NOT_MODIFIED && good) return { kind: 'unchanged' };
  const isGood = answer.status >= 200 && answer.status < 300;
  if (!isGood) return refusedReading(answer.status, undefined);
  const read = await readText(core, answer.body, window, writesTo === undefined ? [] : [writesTo]);
  // What a test says is not what is there: an event that is not in it may be.
  return read.seen ? { ...read, seen: { ...read.seen, whole: [] } } : read;
};

/** Fetches a calendar and reads it. Every end of it is a Reading; only a fault of this server is thrown. */
export async function fetchCalendar(
  core: FetchNeeds,
  source: CalendarSource,
  head: CoachHead,
  now: Instant,
): Promise<Reading> {
  const window = await windowOf(core, source, head, now);
  return source.mode === 'test' ? readTestAnswer(core, source, window) : readByKind(core, source, window);
}

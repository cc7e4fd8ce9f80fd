import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { timesOf, writtenIn } from '../../domain/calendar-google/busy-events.ts';
import { bookingIdOf, type GoogleEvent } from '../../domain/calendar-google/google-event.ts';
import type { SeenEvent } from '../../domain/external-record/changed-there.ts';
import type { GoogleNeeds } from './google-api.ts';
import { listChanges, listWindow, type ListedEvents, type ListQuery } from './list-events.ts';

/** The window of a reading, and whose it is. */
export interface ReadingOf extends Range<Instant> {
  readonly coachZone: string;
  /** Returns which of these ids are of bookings with this coach. */
  ownBookings(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface ReadCalendar {
  readonly busy: readonly Range<Instant>[];
  readonly events: number;
  readonly bad: number;
  readonly syncToken?: string;
  /** Those of our own that were written there. */
  readonly written: readonly SeenEvent[];
}

/** Changes that are all our own, so that what was read before stands. */
export interface OwnChanges {
  readonly syncToken: string;
  readonly written: readonly SeenEvent[];
}

/** Returns the ids of bookings with this coach of which events there are. */
const ownIn = (events: readonly GoogleEvent[], { ownBookings }: ReadingOf): Promise<ReadonlySet<string>> =>
  ownBookings([...new Set(events.map(bookingIdOf).filter((id) => id !== undefined))]);

const writtenOf = (
  { events, timeZone }: ListedEvents,
  own: ReadonlySet<string>,
  { calendarId }: ListQuery,
  { coachZone }: ReadingOf,
): readonly SeenEvent[] => writtenIn(events, calendarId, { own, timeZone, coachZone });

/** Reads a calendar whole. Throws a ProviderFailure. */
export async function readWindow(core: GoogleNeeds, query: ListQuery, reading: ReadingOf): Promise<ReadCalendar> {
  const listed = await listWindow(core, query, reading);
  const { events, timeZone, syncToken } = listed;
  const own = await ownIn(events, reading);
  const { start, end, coachZone } = reading;
  const { busy, bad } = timesOf(events, { own, window: { start, end }, timeZone, coachZone });
  const written = writtenOf(listed, own, query, reading);
  return { busy, bad, events: events.length, written, ...(syncToken !== undefined && { syncToken }) };
}

/**
 * Returns what has changed since a sync token where that is all our own; null where anything else has changed, or
 * Google does not know the token any more. Throws a ProviderFailure.
 */
export async function unchangedSince(
  core: GoogleNeeds,
  query: ListQuery,
  reading: ReadingOf,
  syncToken: string,
): Promise<OwnChanges | null> {
  const changes = await listChanges(core, query, syncToken);
  if (changes?.syncToken === undefined) return null;
  const own = await ownIn(changes.events, reading);
  if (!changes.events.every((event) => own.has(bookingIdOf(event) ?? ''))) return null;
  return { syncToken: changes.syncToken, written: writtenOf(changes, own, query, reading) };
}

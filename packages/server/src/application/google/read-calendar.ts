import type { Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { timesOf } from '../../domain/calendar-google/busy-events.ts';
import { bookingIdOf, type GoogleEvent } from '../../domain/calendar-google/google-event.ts';
import type { GoogleNeeds } from './google-api.ts';
import { listChanges, listWindow, type ListQuery } from './list-events.ts';

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
}

/** Returns the ids of bookings with this coach of which events there are. */
const ownIn = (events: readonly GoogleEvent[], { ownBookings }: ReadingOf): Promise<ReadonlySet<string>> =>
  ownBookings([...new Set(events.map(bookingIdOf).filter((id) => id !== undefined))]);

/** Reads a calendar whole. Throws a ProviderFailure. */
export async function readWindow(core: GoogleNeeds, query: ListQuery, reading: ReadingOf): Promise<ReadCalendar> {
  const { events, timeZone, syncToken } = await listWindow(core, query, reading);
  const own = await ownIn(events, reading);
  const { start, end, coachZone } = reading;
  const { busy, bad } = timesOf(events, { own, window: { start, end }, timeZone, coachZone });
  return { busy, bad, events: events.length, ...(syncToken !== undefined && { syncToken }) };
}

/**
 * Returns the sync token after changes that are all our own, so that what was read before stands; null where anything
 * else has changed, or Google does not know the token any more. Throws a ProviderFailure.
 */
export async function unchangedSince(
  core: GoogleNeeds,
  query: ListQuery,
  reading: ReadingOf,
  syncToken: string,
): Promise<string | null> {
  const changes = await listChanges(core, query, syncToken);
  if (changes?.syncToken === undefined) return null;
  const own = await ownIn(changes.events, reading);
  return changes.events.every((event) => own.has(bookingIdOf(event) ?? '')) ? changes.syncToken : null;
}

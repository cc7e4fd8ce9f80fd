import type { Instant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import type { Range } from '@coach-booking/time/range';
import { eventsPath, type GoogleEvent, type GoogleEvents } from '../../domain/calendar-google/google-event.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callGoogle, type GoogleNeeds } from './google-api.ts';

/** Leaves titles, places and other people at Google. */
const FIELDS =
  'nextPageToken,nextSyncToken,timeZone,items(id,iCalUID,status,start,end,transparency,eventType,attendees(self,responseStatus))';
/** The same in all requests of one calendar, as sync tokens want it. Of attendees the owner alone. */
const LISTING = { singleEvents: 'true', maxAttendees: '1', maxResults: '2500', fields: FIELDS };
/** Of one calendar and one reading: 50,000 events. */
const MAX_PAGES = 20;

/** The events of a calendar in a window, or what has changed since a sync token. */
export interface ListedEvents {
  readonly events: readonly GoogleEvent[];
  readonly timeZone?: string;
  /** Absent where Google gives none: then nothing can be asked for changes. */
  readonly syncToken?: string;
}

export interface ListQuery {
  readonly connectionId: string;
  readonly calendarId: string;
  /** Milliseconds for each page. */
  timeout(): number;
}

const listPages = async (
  core: GoogleNeeds,
  { connectionId, calendarId, timeout }: ListQuery,
  asked: Readonly<Record<string, string>>,
): Promise<ListedEvents> => {
  const events: GoogleEvent[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = { ...LISTING, ...asked, ...(pageToken !== undefined && { pageToken }) };
    const call = { method: 'GET', path: eventsPath(calendarId), query, timeout: timeout() } as const;
    const answer = await callGoogle<GoogleEvents>(core, connectionId, call);
    // An answer that is none must not look like a calendar without events.
    if (!Array.isArray(answer?.items)) throw new ProviderFailure('BAD_ANSWER', 'unavailable');
    events.push(...answer.items);
    if (answer.nextPageToken === undefined) {
      const { timeZone, nextSyncToken: syncToken } = answer;
      return { events, ...(timeZone !== undefined && { timeZone }), ...(syncToken !== undefined && { syncToken }) };
    }
    pageToken = answer.nextPageToken;
  }
  throw new ProviderFailure('TOO_MANY', 'refused');
};

/** Returns all events of a calendar that touch a window, series as their single times. Throws a ProviderFailure. */
export function listWindow(core: GoogleNeeds, query: ListQuery, { start, end }: Range<Instant>): Promise<ListedEvents> {
  return listPages(core, query, { timeMin: isoInstant(start), timeMax: isoInstant(end) });
}

/** Google's code of a 404; of a 410 it is another. */
const CALENDAR_GONE = 'notFound';

/** Returns what has changed, deleted events among it; null where Google does not know the token any more. */
export async function listChanges(
  core: GoogleNeeds,
  query: ListQuery,
  syncToken: string,
): Promise<ListedEvents | null> {
  try {
    return await listPages(core, query, { syncToken });
  } catch (error) {
    if (error instanceof ProviderFailure && error.kind === 'gone' && error.code !== CALENDAR_GONE) return null;
    throw error;
  }
}

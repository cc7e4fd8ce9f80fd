import type { AccountCalendar } from '../../domain/calendar-source/account-calendar.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callGoogle, type GoogleNeeds } from './google-api.ts';

/** The part of Google's answer that is read. */
interface CalendarList {
  readonly items?: readonly {
    readonly id?: string;
    readonly summary?: string;
    /** The owner's own name of it. */
    readonly summaryOverride?: string;
    readonly primary?: boolean;
    readonly accessRole?: string;
  }[];
  readonly nextPageToken?: string;
}

const FIELDS = 'nextPageToken,items(id,summary,summaryOverride,primary,accessRole)';
const LISTING = { maxResults: '250', fields: FIELDS };
/** Of 250 each. */
const MAX_PAGES = 4;
const LONGEST_NAME = 200;

const WRITERS = new Set(['owner', 'writer', 'writerWithoutPrivateAccess']);

/** Returns the calendars of an account, its first one first and the others by name. Throws a ProviderFailure. */
export async function googleCalendars(core: GoogleNeeds, connectionId: string): Promise<readonly AccountCalendar[]> {
  const calendars: AccountCalendar[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const query = { ...LISTING, ...(pageToken !== undefined && { pageToken }) };
    const call = { method: 'GET', path: '/users/me/calendarList', query } as const;
    const answer = await callGoogle<CalendarList>(core, connectionId, call);
    if (!Array.isArray(answer?.items)) throw new ProviderFailure('BAD_ANSWER', 'unavailable');
    for (const { id, summary = '', summaryOverride, primary, accessRole = '' } of answer.items as NonNullable<
      CalendarList['items']
    >)
      if (id !== undefined && id !== '') {
        const name = (summaryOverride ?? summary).trim().slice(0, LONGEST_NAME) || id;
        calendars.push({ id, name, isMain: primary === true, canWrite: WRITERS.has(accessRole) });
      }
    pageToken = answer.nextPageToken;
    if (pageToken === undefined) break;
  }
  return calendars.sort((a, b) => Number(b.isMain) - Number(a.isMain) || a.name.localeCompare(b.name));
}

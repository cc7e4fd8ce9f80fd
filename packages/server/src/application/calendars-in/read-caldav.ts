import { plus, type Instant } from '@coach-booking/time/instant';
import { SECOND } from '@coach-booking/time/units';
import type { Reading } from '../../domain/calendar-source/after-reading.ts';
import type { SyncToken } from '../../domain/calendar-source/calendar-source.ts';
import { present } from '../kernel/present.ts';
import { CaldavFailure } from '../ports/caldav.ts';
import type { Core } from '../ports/core.ts';
import { failureOfCaldav } from './caldav-failure.ts';
import { readObjects } from './read-text.ts';
import type { SourceOf } from './source-readers.ts';
import type { SourceWindow } from './source-window.ts';

export type CaldavReaderNeeds = Pick<Core, 'caldav' | 'calendarReader' | 'realNow'>;

/** The time for all calendars of a source: with one more call, and with reading, it is less than a lease. */
const WHOLE_TIME = 25 * SECOND;

const isSame = (now: readonly SyncToken[], before: readonly SyncToken[] | undefined): boolean =>
  before?.length === now.length &&
  now.every(({ calendarId, token }) => before.some((one) => one.calendarId === calendarId && one.token === token));

/**
 * Reads the calendars of an account at a CalDAV server. Each is asked for its tag, which is small; only where one has
 * changed are all events fetched, and expanded here (0074). A tag is asked for before the events, so that what changes
 * in between is read the next time.
 */
export async function readCaldav(
  core: CaldavReaderNeeds,
  source: SourceOf<'caldav'>,
  window: SourceWindow,
): Promise<Reading> {
  const { mode, server, user, password, calendars } = source;
  const account = { mode, server, user, password };
  const late: Instant = plus(core.realNow(), WHOLE_TIME);
  const inTime = <T>(call: () => Promise<T>): Promise<T> => {
    if (core.realNow() >= late) throw new CaldavFailure('TIMEOUT');
    return call();
  };
  try {
    const tokens: SyncToken[] = [];
    for (const { id: calendarId } of calendars) {
      const token = await inTime(() => core.caldav.tag(account, calendarId));
      if (token !== undefined) tokens.push({ calendarId, token });
    }
    // A server without tags is read whole each time.
    const syncTokens = tokens.length === calendars.length ? tokens : undefined;
    if (syncTokens && source.good && isSame(syncTokens, window.validators.syncTokens)) return { kind: 'unchanged' };
    const answers: string[] = [];
    const calendarIds = calendars.map(({ id }) => id);
    for (const id of calendarIds) answers.push(await inTime(() => core.caldav.objects(account, id)));
    return { ...(await readObjects(core, answers, calendarIds, window)), ...present({ syncTokens }) };
  } catch (error) {
    if (!(error instanceof CaldavFailure)) throw error;
    return { kind: 'failed', code: failureOfCaldav(error), ...present({ retryAfter: error.retryAfter }) };
  }
}

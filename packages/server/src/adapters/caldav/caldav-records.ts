import { minus, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { readCalendar } from '../../domain/calendar-in/read-calendar.ts';
import { CalendarUnreadable } from '../../domain/calendar-in/reading.ts';
import type { RecordObject } from '../../domain/external-record/external-record.ts';
import { calendarUid, icsFile, icsInstant } from '../../application/mail/ics.ts';
import { CaldavFailure, type Caldav, type CaldavAccount, type CaldavEvent } from '../../application/ports/caldav.ts';
import { isUnsent } from '../../application/ports/outbound.ts';
import type { CalendarSources } from '../../application/ports/calendar-sources.ts';
import type { AccountOfCoach, RecordAdapter, RecordSession } from '../../application/ports/external-record-adapters.ts';
import { ProviderFailure } from '../../application/ports/provider-failure.ts';

export interface CaldavRecordsNeeds {
  readonly caldav: Caldav;
  readonly calendarSources: Pick<CalendarSources, 'byId'>;
  readonly realNow: () => Instant;
}

/** The account of a source, and the address of the collection that it writes into now. */
interface Place {
  readonly account: CaldavAccount;
  readonly calendar: string | undefined;
}

const kindOf = ({ reason }: CaldavFailure, isWrite: boolean): ProviderFailure['kind'] => {
  if (typeof reason === 'string') {
    if (reason === 'URL_NOT_ALLOWED') return 'refused';
    return isWrite && !isUnsent(reason) ? 'unknown' : 'unavailable';
  }
  if (reason === 401) return 'revoked';
  if (reason === 404 || reason === 410) return 'gone';
  if (reason === 412) return 'conflict';
  if (reason === 429) return 'limited';
  return reason < 500 ? 'refused' : isWrite ? 'unknown' : 'unavailable';
};

/** The time as we wrote it, to compare with the event as it is: calendar programs touch the rest. */
const WRITTEN = /^X-COACH-BOOKING-TIME:(\d{8}T\d{6}Z)\/(\d{8}T\d{6}Z)\s*$/m;

const textOf = (session: RecordSession, stamp: Instant): string => {
  const { bookingId, title, description, location, start, end, version } = session;
  const written = `X-COACH-BOOKING-TIME:${icsInstant(start)}/${icsInstant(end)}`;
  return icsFile(
    [],
    [
      {
        ...{ uid: calendarUid(bookingId), sequence: version, status: 'CONFIRMED', start, end, stamp },
        ...{ summary: title, description, location, lines: ['TRANSP:OPAQUE', written] },
      },
    ],
  );
};

const instantOf = (text: string): Instant =>
  parseInstant(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

/**
 * Returns whether an event is still when we wrote it. An alarm that was dismissed, or a colour, is another etag and no
 * change.
 */
const isUntouched = ({ text }: CaldavEvent): boolean => {
  const [, from, to] = WRITTEN.exec(text) ?? [];
  if (from === undefined || to === undefined) return false;
  const [start, end] = [instantOf(from), instantOf(to)];
  try {
    const { busy } = readCalendar(text, { timeZone: 'UTC', from: minus(start, DAY), until: plus(end, DAY) });
    return busy.length === 1 && busy[0]!.start === start && busy[0]!.end === end;
  } catch (error) {
    if (error instanceof CalendarUnreadable) return false;
    throw error;
  }
};

/** Writes bookings as events into calendars of CalDAV servers, one resource each, whose address is of the booking. */
export function createCaldavRecords({ caldav, calendarSources, realNow }: CaldavRecordsNeeds): RecordAdapter {
  const placeOf = async (account: AccountOfCoach): Promise<Place> => {
    const { partnerId, mode, sourceId, host } = account;
    const source = sourceId === undefined ? null : await calendarSources.byId({ partnerId, mode }, sourceId);
    // Its password is gone with it.
    if (source?.kind !== 'caldav') throw new ProviderFailure('NO_ACCOUNT', 'refused');
    const { server, user, password, writesTo } = source;
    return { account: { mode, server, user, password }, calendar: host ?? writesTo };
  };
  const asked = async <T>(call: () => Promise<T>, isWrite: boolean): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof CaldavFailure)) throw error;
      const { reason, retryAfter } = error;
      const retryAt = retryAfter === undefined ? undefined : plus(realNow(), retryAfter);
      throw new ProviderFailure(String(reason), kindOf(error, isWrite), { retryAt });
    }
  };
  const hrefIn = (calendar: string | undefined, bookingId: string): string => {
    if (calendar === undefined) throw new ProviderFailure('NO_CALENDAR', 'refused');
    return new URL(`coach-booking-${bookingId}.ics`, calendar.endsWith('/') ? calendar : `${calendar}/`).href;
  };
  const read = (account: CaldavAccount, href: string) => asked(() => caldav.event(account, href), false);
  const objectOf = (bookingId: string, href: string, etag: string | undefined): RecordObject => ({
    id: calendarUid(bookingId),
    ...(etag !== undefined && { etag }),
    details: { href },
  });
  const write = async (account: CaldavAccount, href: string, session: RecordSession, etag?: string) => {
    const event = { href, text: textOf(session, realNow()), ...(etag !== undefined && { etag }) };
    const written = await asked(() => caldav.write(account, event), true);
    // A server may say no etag where it stores the event otherwise than it was written.
    return objectOf(session.bookingId, href, written ?? (await read(account, href))?.etag);
  };

  /** Writes over what is there, as long as it is when we wrote it. */
  const overwrite = async (account: CaldavAccount, href: string, session: RecordSession): Promise<RecordObject> => {
    const there = await read(account, href);
    if (!there) throw new ProviderFailure('404', 'gone');
    if (!isUntouched(there)) throw new ProviderFailure('412', 'conflict');
    return write(account, href, session, there.etag);
  };
  const isKind = (error: unknown, kind: ProviderFailure['kind']): error is ProviderFailure =>
    error instanceof ProviderFailure && error.kind === kind;

  return {
    async find(of, tag) {
      const { account, calendar } = await placeOf(of);
      const href = hrefIn(calendar, tag);
      const there = await read(account, href);
      return there && objectOf(tag, href, there.etag);
    },
    async create(of, session) {
      const { account, calendar } = await placeOf(of);
      const href = hrefIn(calendar, session.bookingId);
      try {
        return await write(account, href, session);
      } catch (error) {
        // The whole calendar is not there any more.
        if (isKind(error, 'gone')) throw new ProviderFailure(error.code, 'refused');
        // One of an earlier attempt, whose answer was missing.
        if (!isKind(error, 'conflict')) throw error;
        const there = await read(account, href);
        return write(account, href, session, there?.etag);
      }
    },
    async update(of, { etag, details }, session) {
      const { account, calendar } = await placeOf(of);
      const href = details?.href ?? hrefIn(calendar, session.bookingId);
      if (etag === undefined) return overwrite(account, href, session);
      try {
        return await write(account, href, session, etag);
      } catch (error) {
        if (!isKind(error, 'conflict')) throw error;
        return overwrite(account, href, session);
      }
    },
    async remove(of, { details, id }) {
      const { account, calendar } = await placeOf(of);
      const href = details?.href ?? hrefIn(calendar, id.split('@')[0]!);
      await asked(() => caldav.remove(account, href), true);
    },
  };
}

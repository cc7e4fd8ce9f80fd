import { plus, minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { validatorsOf, type Reading } from '../../domain/calendar-source/after-reading.ts';
import type { CalendarSource, ReadingFailure } from '../../domain/calendar-source/calendar-source.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import { bookingIdsIn, calendarUid } from '../mail/ics.ts';
import { present } from '../kernel/present.ts';
import { CalendarUnreadable, type CalendarUnreadableCode } from '../ports/calendar-reader.ts';
import type { Core } from '../ports/core.ts';
import { OutboundFailure, type OutboundText } from '../ports/outbound.ts';

export type FetchNeeds = Pick<Core, 'bookings' | 'outbound' | 'calendarReader' | 'users'>;

/** Bytes, unpacked. */
const MAX_BYTES = 10_000_000;
/** Days that are read beyond the booking window, so that a calendar that fails for a day leaves no free time open. */
const BEYOND = 8;
const MAX_DAYS = 400;
const NOT_MODIFIED = 304;

const UNREADABLE: Readonly<Record<CalendarUnreadableCode, ReadingFailure>> = {
  malformed: 'MALFORMED',
  too_big: 'TOO_BIG',
  too_slow: 'TOO_SLOW',
  too_many: 'TOO_MANY',
};

const failureOf = ({ code }: OutboundFailure): ReadingFailure => {
  if (code === 'TIMEOUT' || code === 'URL_NOT_ALLOWED' || code === 'TOO_BIG' || code === 'TOO_MANY_REDIRECTS')
    return code;
  return code === 'ENCODING' ? 'MALFORMED' : 'UNREACHABLE';
};

/** In mode test nothing leaves: the address answers what the test has set. */
const answerOf = async (
  { outbound }: FetchNeeds,
  source: CalendarSource,
  now: Instant,
): Promise<OutboundText | ReadingFailure> => {
  const { mode, url, answer } = source;
  if (mode === 'test') return answer ? { status: answer.status, text: answer.body } : 'NO_TEST_ANSWER';
  const { etag, lastModified } = validatorsOf(source, now);
  const headers = {
    accept: 'text/calendar, text/plain;q=0.5',
    'user-agent': 'coach-booking-calendars/1',
    ...present({ 'if-none-match': etag, 'if-modified-since': lastModified }),
  };
  try {
    return await outbound.get({ mode, url, headers, maxBytes: MAX_BYTES });
  } catch (error) {
    if (error instanceof OutboundFailure) return failureOf(error);
    throw error;
  }
};

/**
 * Returns the UIDs of the bookings with this coach, which come back by a feed or by the file of a mail. Those that the
 * coach has made with somebody else make the coach busy.
 */
const ownUidsIn = async (
  { bookings }: FetchNeeds,
  text: string,
  { partnerId, mode, id }: CoachHead,
): Promise<readonly string[]> => {
  const ids = bookingIdsIn(text);
  if (ids.length === 0) return [];
  return (await bookings.idsWithCoach({ partnerId, mode }, id, ids)).map(calendarUid);
};

const readingOf = async (
  core: FetchNeeds,
  { status, text, etag, lastModified, maxAge, retryAfter }: OutboundText,
  source: CalendarSource,
  head: CoachHead,
  now: Instant,
): Promise<Reading> => {
  if (status === NOT_MODIFIED && source.good) return { kind: 'unchanged', ...present({ maxAge }) };
  if (status < 200 || status >= 300)
    return { kind: 'failed', code: status >= 500 ? 'SERVER_ERROR' : 'REFUSED', ...present({ retryAfter }) };
  const { timeZone, bookingWindow } = head.schedule;
  const until = plus(now, Math.min(bookingWindow + BEYOND, MAX_DAYS) * DAY);
  try {
    const { busy, events, problems } = await core.calendarReader.read(text, {
      timeZone,
      from: minus(now, DAY),
      until,
      ownUids: await ownUidsIn(core, text, head),
      // The address by which the calendar's owner declines what others invite to.
      ...present({ owner: (await accountOfCoach(core, head))?.email }),
    });
    return { kind: 'read', busy, events, problems, readUntil: until, ...present({ etag, lastModified, maxAge }) };
  } catch (error) {
    if (error instanceof CalendarUnreadable) return { kind: 'failed', code: UNREADABLE[error.code] };
    throw error;
  }
};

/** Fetches a calendar and reads it. Every end of it is a Reading; only a fault of this server is thrown. */
export async function fetchCalendar(
  core: FetchNeeds,
  source: CalendarSource,
  head: CoachHead,
  now: Instant,
): Promise<Reading> {
  const answer = await answerOf(core, source, now);
  return typeof answer === 'string' ? { kind: 'failed', code: answer } : readingOf(core, answer, source, head, now);
}

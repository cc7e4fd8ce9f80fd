import { minus, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { DAY } from '@coach-booking/time/units';
import type { ForeignSession } from '../../domain/calendar-in/sessions.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import { inputRefusal } from '../kernel/scope.ts';
import { CalendarUnreadable, type CalendarUnreadableCode } from '../ports/calendar-reader.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';

type ReadCalendarRowsNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'calendarSessions'>;

/** Days before and after now where no edge is named. */
const BEFORE = 5 * 366;
const AFTER = 400;
/** Rows of one calendar: more are taken in parts. */
const MAX_SESSIONS = 10_000;

const reasons: Readonly<Record<CalendarUnreadableCode, string>> = {
  malformed: 'Is no calendar: it must begin with BEGIN:VCALENDAR and end with END:VCALENDAR.',
  too_big: 'Is too long.',
  too_many: 'Has too many sessions: name a shorter time by from and to.',
  too_slow: 'Takes too long to read: name a shorter time by from and to.',
};

const HEADER = ['externalId', 'coach', 'start', 'duration', 'attendeeName', 'attendeeEmail', 'serviceTitle'];

const cell = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const csvOf = (coach: string, sessions: readonly ForeignSession[]): string => {
  const rows = sessions.map(({ externalId, start, duration, attendeeName, attendeeEmail = '', title = '' }) =>
    [
      externalId,
      coach,
      isoInstant(start).replace('.000Z', 'Z'),
      String(duration),
      attendeeName,
      attendeeEmail,
      title,
    ].map(cell),
  );
  return [HEADER, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
};

/**
 * Makes rows of bookings of an iCalendar file, as a CSV that `importBookings` takes; writes nothing. Throws
 * COACH_NOT_FOUND, and INVALID_REQUEST for what is no calendar or exceeds a limit.
 */
export const readCalendarRows: UseCase<'readCalendarRows', ReadCalendarRowsNeeds> =
  (core) =>
  async (context, { coach, ics, from, to }) => {
    const { head } = await readCoach(core, context, coach);
    const edge = (text: string | undefined, fallback: Instant) => (text === undefined ? fallback : parseInstant(text));
    try {
      const { sessions, skipped, problems } = await core.calendarSessions.sessions(ics, {
        timeZone: head.schedule.timeZone,
        from: edge(from, minus(context.now, BEFORE * DAY)),
        until: edge(to, plus(context.now, AFTER * DAY)),
      });
      if (sessions.length > MAX_SESSIONS) throw new CalendarUnreadable('too_many');
      const csv = sessions.length > 0 ? csvOf(head.slug, sessions) : '';
      return { data: { csv, sessions: sessions.length, skipped, problems: [...problems] } };
    } catch (error) {
      if (error instanceof CalendarUnreadable) throw inputRefusal('ics', reasons[error.code]);
      throw error;
    }
  };

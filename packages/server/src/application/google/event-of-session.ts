import { isoInstant } from '@coach-booking/time/iso-instant';
import type { RecordSession } from '../ports/external-record-adapters.ts';
import { eventIdOf, type GoogleEvent } from '../../domain/calendar-google/google-event.ts';

/**
 * One event may be both the booking in the coach's calendar and what its Google Meet hangs on. Each of the two marks
 * the event as its own, and who removes it last deletes it.
 */
export type Part = 'calendar' | 'video';

const YES = 'yes';

/** Names of the event's private properties, which are shown on no screen. */
const FLAGS: Readonly<Record<Part, string>> = { calendar: 'coachBookingCalendar', video: 'coachBookingVideo' };
const BOOKING = 'coachBookingId';
/** The times as they were written, by which a move in Google Calendar is noticed. */
const TIMES = 'coachBookingTimes';

/** States of bookings in which the coach is not sure yet. */
const TENTATIVE = 'pending';

const timesOf = (start: string, end: string): string => `${start}/${end}`;
const writtenTimes = ({ start, end }: Pick<RecordSession, 'start' | 'end'>): string =>
  timesOf(isoInstant(start), isoInstant(end));

/** Returns what Google is to have of a booking, for one of the two parts. */
export function eventOf(session: RecordSession, part: Part): object {
  const { bookingId, title, description = '', location = '', start, end, timeZone, status } = session;
  return {
    summary: title,
    description,
    location,
    start: { dateTime: isoInstant(start), timeZone },
    end: { dateTime: isoInstant(end), timeZone },
    status: status === TENTATIVE ? 'tentative' : 'confirmed',
    transparency: 'opaque',
    extendedProperties: { private: { [BOOKING]: bookingId, [TIMES]: writtenTimes(session), [FLAGS[part]]: YES } },
  };
}

/** The same with the id under which it is created. */
export function newEventOf(session: RecordSession, part: Part): object {
  return { id: eventIdOf(session.bookingId), ...eventOf(session, part) };
}

const propertiesOf = ({ extendedProperties }: GoogleEvent) => extendedProperties?.private ?? {};

/** Returns whether an event is the one that we have made for a booking, deleted or not. */
export function isOf(event: GoogleEvent, bookingId: string): boolean {
  return propertiesOf(event)[BOOKING] === bookingId;
}

export function isDeleted({ status }: GoogleEvent): boolean {
  return status === 'cancelled';
}

export function hasPart(event: GoogleEvent, part: Part): boolean {
  return propertiesOf(event)[FLAGS[part]] === YES;
}

/** Returns the change that takes one part off an event which the other still needs. */
export function withoutPart(part: Part): object {
  return { extendedProperties: { private: { [FLAGS[part]]: null } } };
}

/** Returns whether somebody has moved the event in Google Calendar to where the booking is not to be. */
export function isMoved(event: GoogleEvent, session: RecordSession): boolean {
  const { start, end } = event;
  const [from, until] = [Date.parse(start?.dateTime ?? ''), Date.parse(end?.dateTime ?? '')];
  if (from === session.start && until === session.end) return false;
  const [written = NaN, writtenEnd = NaN] = propertiesOf(event)[TIMES]?.split('/').map(Date.parse) ?? [];
  return from !== written || until !== writtenEnd;
}

import type { Instant } from '@coach-booking/time/instant';
import { oneLine } from './one-line.ts';

/** A person in a calendar file: a name to show, and an address. */
export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

export interface BookingEvent {
  /** CANCEL takes the session out of calendars; REQUEST puts it in, or changes it. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** The same for the life of the booking, in files of the server and of the widget; see `calendarUid`. */
  readonly uid: string;
  /** Rises with every change of the time and with the end, so that calendars take the newer file. */
  readonly sequence: number;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** Instants, epoch milliseconds. */
  readonly start: Instant;
  readonly end: Instant;
  /** When the file is made. */
  readonly stamp: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  /** The coach, by the address that mails come from: calendars send answers there. */
  readonly organizer: CalendarPerson;
  /** The recipient of the file: calendars only add events that name their owner. */
  readonly attendee: CalendarPerson;
}

/**
 * Returns the id of a booking in calendars: for its life, and the same in the files of the widget. No host is in it,
 * since a server may move to another one, and the widget may stand on any.
 */
export function calendarUid(bookingId: string): string {
  return `${bookingId}@coach-booking`;
}

/** TEXT of RFC 5545, 3.3.11; line breaks stay, other control characters go. */
const textOf = (value: string): string =>
  value
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').trimEnd())
    .join('\n')
    .trim()
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A parameter in quotation marks, which cannot have any within (3.2). */
const quoted = (value: string): string => `"${oneLine(value).replaceAll('"', '’')}"`;

/** `20280411T130000Z`. */
const instantOf = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19)}Z`.replace(/[-:]/g, '');

/** Signs that would end an address, or begin something else. */
const addressOf = (address: string): string => `mailto:${address.replace(/[\s%?#&"<>,;\\]/g, encodeURIComponent)}`;

const MAX_OCTETS = 75;

/** Returns a line in pieces of at most 75 octets, none cut within a character (3.1). */
function folded(line: string): string {
  let text = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > MAX_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return `${text}\r\n`;
}

/**
 * Returns a calendar file for a mail (RFC 5545, 5546): one event in UTC, which needs no table of zones and means the
 * same everywhere. Nobody is asked for an answer, since the attendee is who booked.
 */
export function bookingIcs(event: BookingEvent): string {
  const { method, uid, sequence, status, start, end, stamp, organizer, attendee, location, url } = event;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Coach booking//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${textOf(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${instantOf(stamp)}`,
    `DTSTART:${instantOf(start)}`,
    `DTEND:${instantOf(end)}`,
    `STATUS:${status}`,
    `SUMMARY:${textOf(event.summary)}`,
    `DESCRIPTION:${textOf(event.description)}`,
    ...(location ? [`LOCATION:${textOf(location)}`] : []),
    ...(url ? [`URL:${new URL(url).href}`] : []),
    `ORGANIZER;CN=${quoted(organizer.name)}:${addressOf(organizer.address)}`,
    `ATTENDEE;CN=${quoted(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${addressOf(attendee.address)}`,
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}

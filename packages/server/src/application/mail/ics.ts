import type { Instant } from '@coach-booking/time/instant';
import { oneLine } from './one-line.ts';

/** The properties that every event of a calendar file has. Instants, in UTC. */
export interface IcsEvent {
  /** The same for the life of the booking, in files of the server and of the widget; see `calendarUid`. */
  readonly uid: string;
  /** Rises with every change of the time and with the end, so that programs take the newer file. */
  readonly sequence: number;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly start: Instant;
  readonly end: Instant;
  /** When a mail's file was made; when an event of a feed was last changed. */
  readonly stamp: Instant;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  /** Further content lines, whose values are escaped already. */
  readonly lines: readonly string[];
}

/** The name behind the `@` of all events that this product writes. */
const UID_HOST = 'coach-booking';
const OWN_UID = new RegExp(`^UID:([0-9a-f]{24})@${UID_HOST}\\s*$`, 'gim');
const OWN_UID_IN_XML = new RegExp(`UID:([0-9a-f]{24})@${UID_HOST}\\b`, 'gi');

/**
 * Returns the id of a booking in calendars: for its life, and the same in the files of the widget. No host is in it,
 * since a server may move to another one, and the widget may stand on any.
 */
export function calendarUid(bookingId: string): string {
  return `${bookingId}@${UID_HOST}`;
}

/** Returns the ids of the bookings whose events are in a calendar, of whichever coach and server they are. */
export function bookingIdsIn(calendar: string): readonly string[] {
  return [...new Set([...calendar.matchAll(OWN_UID)].map(([, id]) => id!.toLowerCase()))];
}

/** Returns the same of calendars within XML, where a line may end with `&#13;`. */
export function bookingIdsInXml(answer: string): readonly string[] {
  return [...new Set([...answer.matchAll(OWN_UID_IN_XML)].map(([, id]) => id!.toLowerCase()))];
}

/** Returns TEXT of RFC 5545, 3.3.11; line breaks stay, other control characters go. */
export function icsText(value: string): string {
  return value
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').trimEnd())
    .join('\n')
    .trim()
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Returns a parameter in quotation marks, which cannot have any within (3.2). */
export function icsQuoted(value: string): string {
  return `"${oneLine(value).replaceAll('"', '’')}"`;
}

/** Returns an instant as `20280411T130000Z`. */
export function icsInstant(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`.replace(/[-:]/g, '');
}

const MAX_OCTETS = 75;

/** Returns how many octets a character takes in UTF-8. */
const octetsOf = (sign: string): number => {
  const point = sign.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Returns a line in pieces of at most 75 octets, none cut within a character (3.1). */
function folded(line: string): string {
  // Most lines are short, and a calendar may have tens of thousands.
  if (Buffer.byteLength(line) <= MAX_OCTETS) return `${line}\r\n`;
  let text = '';
  let octets = 0;
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > MAX_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return `${text}\r\n`;
}

const eventLines = ({ uid, sequence, stamp, start, end, status, summary, ...event }: IcsEvent): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${icsText(uid)}`,
  `SEQUENCE:${sequence}`,
  `DTSTAMP:${icsInstant(stamp)}`,
  `DTSTART:${icsInstant(start)}`,
  `DTEND:${icsInstant(end)}`,
  `STATUS:${status}`,
  `SUMMARY:${icsText(summary)}`,
  ...(event.description ? [`DESCRIPTION:${icsText(event.description)}`] : []),
  ...(event.location ? [`LOCATION:${icsText(event.location)}`] : []),
  ...(event.url ? [`URL:${new URL(event.url).href}`] : []),
  ...event.lines,
  'END:VEVENT',
];

/**
 * Returns a calendar file (RFC 5545) with these content lines of its own and these events, in UTC, which needs no table
 * of zones and means the same everywhere.
 */
export function icsFile(lines: readonly string[], events: readonly IcsEvent[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Coach booking//EN',
    'CALSCALE:GREGORIAN',
    ...lines,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('');
}

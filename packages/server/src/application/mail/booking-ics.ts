import { icsFile, icsQuoted, type IcsEvent } from './ics.ts';

/** A person in a calendar file: a name to show, and an address. */
export interface CalendarPerson {
  readonly name: string;
  readonly address: string;
}

export interface BookingEvent extends Omit<IcsEvent, 'lines'> {
  /** CANCEL takes the session out of calendars; REQUEST puts it in, or changes it. */
  readonly method: 'REQUEST' | 'CANCEL';
  /** The coach, by the address that mails come from: calendars send answers there. */
  readonly organizer: CalendarPerson;
  /** The recipient of the file: calendars only add events that name their owner. */
  readonly attendee: CalendarPerson;
}

/** Signs that would end an address, or begin something else. */
const addressOf = (address: string): string => `mailto:${address.replace(/[\s%?#&"<>,;\\]/g, encodeURIComponent)}`;

/** Returns a calendar file for a mail (RFC 5546): one event. It requests no answer, since the attendee has booked. */
export function bookingIcs({ method, organizer, attendee, ...event }: BookingEvent): string {
  const lines = [
    `ORGANIZER;CN=${icsQuoted(organizer.name)}:${addressOf(organizer.address)}`,
    `ATTENDEE;CN=${icsQuoted(attendee.name)};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:${addressOf(attendee.address)}`,
    'TRANSP:OPAQUE',
  ];
  return icsFile([`METHOD:${method}`], [{ ...event, lines }]);
}

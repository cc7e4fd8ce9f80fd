import type { Instant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { timeOf } from '../../domain/calendar-outlook/outlook-event.ts';
import { zoneOf } from '@coach-booking/time/zone';
import type { RecordSession } from '../ports/external-record-adapters.ts';
import type { GraphObject } from './graph.ts';

/** The set of names of this product, made once, in which its properties of events are. */
const SET = 'String {5b0f6a0e-3c1d-4d0e-9a55-7d0f1c2b8e64} Name';
/** Holds the id of the booking. */
export const BOOKING = `${SET} CoachBooking`;
/** Holds the times as they were written, by which a move in Outlook is noticed. */
export const TIMES = `${SET} CoachBookingTimes`;

type Times = Pick<RecordSession, 'start' | 'end'>;

const timesText = ({ start, end }: Times): string => `${isoInstant(start)}/${isoInstant(end)}`;
const graphTime = (at: Instant) => ({ dateTime: isoInstant(at).slice(0, 19), timeZone: 'UTC' });

/** Returns what Outlook is to have of a booking. It invites no one: the attendee has a mail. */
export function eventOf(session: RecordSession): GraphObject {
  const { bookingId, title, description = '', location = '', start, end, status } = session;
  return {
    subject: title,
    body: { contentType: 'text', content: description },
    start: graphTime(start),
    end: graphTime(end),
    location: { displayName: location },
    showAs: status === 'pending' ? 'tentative' : 'busy',
    singleValueExtendedProperties: [
      { id: BOOKING, value: bookingId },
      { id: TIMES, value: timesText(session) },
    ],
  };
}

const propertyOf = ({ singleValueExtendedProperties: all }: GraphObject, id: string): unknown =>
  Array.isArray(all) ? (all as readonly GraphObject[]).find((one) => one['id'] === id)?.['value'] : undefined;

/**
 * Returns whether somebody has moved an event in Outlook to where its booking is not to be. An event changes there for
 * other reasons, too, such as a colour or a reminder.
 */
export function isMoved(event: GraphObject, session: Times): boolean {
  const there = timeOf(event, zoneOf('UTC'));
  if (!there) return true;
  const text = timesText(there);
  return text !== timesText(session) && text !== propertyOf(event, TIMES);
}

import type { components } from '@coach-booking/contract/types';
import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { Booking, HistoryEntry, OutboxEvent } from '../../domain/booking/booking.ts';
import type { BookingWebhookType, WebhookPayload } from '../../domain/webhook/endpoint.ts';
import { bookingView } from '../bookings/booking-view.ts';
import { instantText, optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { JoinUrlNeeds } from '../pages/join-url.ts';
import type { Contact } from '../ports/leads.ts';

type Schemas = components['schemas'];
type Event = Schemas['WebhookBookingEvent'];
type Previous = Schemas['WebhookBookingPrevious'];

/** An event that partners receive. */
export type PartnerEvent = OutboxEvent & { readonly type: BookingWebhookType };

/** A body of as many bytes is too large for receivers by Standard Webhooks. */
const TOO_LARGE = 20_000;

/** Returns the id of an event, the same at all endpoints. */
export function eventIdOf({ id }: Pick<OutboxEvent, 'id'>): string {
  return `evt_${id}`;
}

/** The line of history that the event's change has written. Events of the first release name no version. */
const entryOf = ({ history }: Booking, { version, at, type }: OutboxEvent): HistoryEntry | undefined =>
  history.find((entry) =>
    version === undefined ? entry.at === at && type === `booking.${entry.type}` : entry.version === version,
  );

/** The member of staff before the event, as far as the history has it. */
const staffBefore = ({ history }: Booking, entry: HistoryEntry | undefined): string | null => {
  const before = entry === undefined ? [] : history.slice(0, history.indexOf(entry));
  return before.findLast(({ staffId }) => staffId !== undefined)?.staffId ?? null;
};

const previousOf = (booking: Booking, event: OutboxEvent): Previous | undefined => {
  if (event.type === 'booking.created') return undefined;
  const { status, originalStart, staffId } = event.data;
  const entry = entryOf(booking, event);
  const moved = originalStart !== undefined && {
    start: instantText(originalStart),
    end: instantText(plus(originalStart, booking.duration * MINUTE)),
  };
  const previous: Previous = {
    ...(entry?.from !== undefined && entry.from !== status && { status: entry.from }),
    ...moved,
    ...(staffId !== undefined && { staffId: staffBefore(booking, entry) }),
  };
  return Object.keys(previous).length > 0 ? previous : undefined;
};

/** Returns the booking as it is now, with what the event recorded as the event left it (R24). */
const objectOf = (
  core: JoinUrlNeeds,
  booking: Booking,
  { version = booking.version, data }: OutboxEvent,
  contact: Contact,
) => {
  const { time, staffId: was, cancelledAt, cancelledBy, cancellationReason, ...rest } = booking;
  const { status, start, staffId = was } = data;
  const end = start && (data.end ?? time?.end ?? plus(start, booking.duration * MINUTE));
  // The body of an earlier change holds no later end.
  const ended = status === 'cancelled' ? present({ cancelledAt, cancelledBy, cancellationReason }) : {};
  const left = { ...rest, status, ...ended, version };
  return {
    ...bookingView(core, typeof staffId === 'string' ? { ...left, staffId } : left, contact),
    ...present({ start: optionalText(start), end: optionalText(end) }),
  };
};

interface Written {
  readonly body: string;
  readonly payload: WebhookPayload;
}

const thin = (event: Event, { id, coachId }: Booking): Event => {
  const { previous: _previous, reason, ...data } = event.data;
  const { version, by } = data;
  const code = by === 'system' && reason !== undefined ? { reason } : {};
  return { ...event, data: { ...data, payload: 'thin', object: { id, coachId, version }, ...code } };
};

/**
 * Returns the text of an event of a booking, which every attempt sends. A full one that would be too large is thin, and
 * is marked so.
 */
export function bookingEventBody(
  core: JoinUrlNeeds,
  booking: Booking,
  event: PartnerEvent,
  contact: Contact,
  payload: WebhookPayload,
): Written {
  const { by, reason } = event.data;
  const object = objectOf(core, booking, event, contact);
  const full: Event = {
    id: eventIdOf(event),
    type: event.type,
    timestamp: instantText(event.at),
    data: {
      mode: booking.mode,
      payload: 'full',
      object,
      version: object.version,
      by,
      ...present({ previous: previousOf(booking, event), reason }),
    },
  };
  if (payload === 'thin') return { body: JSON.stringify(thin(full, booking)), payload };
  const body = JSON.stringify(full);
  if (Buffer.byteLength(body) < TOO_LARGE) return { body, payload };
  const { data, ...rest } = thin(full, booking);
  return { body: JSON.stringify({ ...rest, data: { ...data, tooLarge: true } }), payload: 'thin' };
}

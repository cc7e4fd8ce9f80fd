import { latest, minus, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import type { Actor, Booking, OutboxEvent } from '../booking/booking.ts';
import type { BookingStatus } from '../booking/status.ts';
import type { Reminders } from '../schedule/schedule.ts';
import type { Delivery, DeliveryChannel, DeliveryKind, DeliveryRole } from './delivery.ts';

/** A message about a move waits, so that one that is undone at once sends nothing (R20); so does an undo. */
const CHANGED_AFTER = 2 * MINUTE;
/** After the start of a session that the attendee missed. */
const FOLLOW_UP_AFTER = HOUR;
/** The time after a confirmation within which no reminder is made, since it would repeat it. */
export const NO_REMINDER_WITHIN = 15 * MINUTE;

const OF_CHANGES = { created: true, confirmed: true, rescheduled: true } as const;
const REMINDED: readonly BookingStatus[] = ['scheduled', 'confirmed'];

const stepOf = ({ type }: OutboxEvent): string => type.slice('booking.'.length);

/** The status before the event, by the booking's history. Events of the first release name no version. */
const statusBefore = ({ history }: Booking, { version, at, type }: OutboxEvent): BookingStatus | undefined =>
  history.find((entry) =>
    version === undefined ? entry.at === at && type === `booking.${entry.type}` : entry.version === version,
  )?.from;

const kindOfCancelled = (from: BookingStatus | undefined, by: Actor): DeliveryKind => {
  if (by === 'system') return 'expired';
  return from === 'pending' && by !== 'attendee' ? 'declined' : 'cancelled';
};

/** Returns the kind of an event's message; null for an event without one. */
const kindOf = (booking: Booking, event: OutboxEvent): DeliveryKind | null => {
  const { status, by, notify } = event.data;
  const from = statusBefore(booking, event);
  switch (stepOf(event)) {
    case 'created':
      return status === 'pending' ? 'requested' : 'confirmed';
    case 'confirmed':
      // The message of the coach side's own booking stated it as a fact when it was made.
      return from === 'pending' || notify === true ? 'confirmed' : null;
    case 'rescheduled':
      return status === 'pending' && from !== 'pending' ? 'requested' : 'changed';
    case 'cancelled':
      return kindOfCancelled(from, by);
    case 'no_show':
      return 'follow_up';
    case 'undone':
      // A recipient of its confirmation is notified that it waits for an answer again.
      return status === 'pending' ? 'requested' : null;
    case 'unproven':
      return 'unproven';
    default:
      return null;
  }
};

/** Returns the recipients. No one of the coach side is notified of their own act; an attendee always is. */
const rolesOf = (kind: DeliveryKind, { staffId }: Booking, by: Actor): readonly DeliveryRole[] => {
  if (kind === 'follow_up' || kind === 'unproven') return ['attendee'];
  const coach: readonly DeliveryRole[] = by === 'coach' ? [] : ['coach'];
  const staff: readonly DeliveryRole[] = staffId === undefined || by === 'staff' ? [] : [`staff:${staffId}`];
  return ['attendee', ...coach, ...staff];
};

const dueOf = (kind: DeliveryKind, { at, type, data }: OutboxEvent): Instant => {
  const later = plus(at, CHANGED_AFTER);
  if (kind === 'follow_up') return latest(later, plus(data.start ?? at, FOLLOW_UP_AFTER));
  return /rescheduled|undone$/.test(type) ? later : at;
};

type Fresh = Pick<
  Delivery,
  'partnerId' | 'mode' | 'coachId' | 'bookingId' | 'attempt' | 'failures' | 'leasedUntil' | 'createdAt'
>;

/** Returns the fields that every message about a booking has before it is taken up. */
export function fresh({ partnerId, mode, coachId, id }: Booking, createdAt: Instant): Fresh {
  return { partnerId, mode, coachId, bookingId: id, attempt: 0, failures: 0, leasedUntil: null, createdAt };
}

/** Returns the messages about an event, by e-mail. */
const messagesOf = (booking: Booking, event: OutboxEvent): readonly Delivery[] => {
  const kind = kindOf(booking, event);
  if (kind === null) return [];
  const { status, by, start, originalStart, notify, offerReschedule } = event.data;
  return rolesOf(kind, booking, by).map((role) => ({
    id: `${event.id}:email:${role}`,
    ...fresh(booking, event.at),
    kind,
    channel: 'email' as const,
    role,
    about: {
      status,
      ...(event.version !== undefined && { version: event.version }),
      ...(start !== undefined && { start }),
      ...(originalStart !== undefined && { originalStart }),
      ...(offerReschedule !== undefined && { offerReschedule }),
    },
    dueAt: dueOf(kind, event),
    // The choice of the caller is seen in the list of the booking's messages.
    ...(notify === false ? { state: 'skipped' as const, code: 'not_wanted' } : { state: 'due' as const }),
  }));
};

/** Returns the message that goes by another channel along with a mail about an event. */
export function besideMail(mail: Delivery, channel: DeliveryChannel): Delivery {
  return { ...mail, id: mail.id.replace(':email:', `:${channel}:`), channel };
}

export function reminderId(
  bookingId: string,
  channel: DeliveryChannel,
  role: DeliveryRole,
  minutes: number,
  start: Instant,
): string {
  return `${bookingId}:reminder:${channel}:${role}:${minutes}:${start}`;
}

/**
 * Returns the reminders of a booking for one recipient by the rules that are theirs, as of an instant: none for a time
 * that is nearer than a quarter of an hour to it, since a message was just sent, and none where an import disabled
 * them.
 */
export function remindersOf(
  booking: Booking,
  { rules }: Pick<Reminders, 'rules'>,
  since: Instant,
  role: DeliveryRole = 'attendee',
): readonly Delivery[] {
  const { time, status, id } = booking;
  if (!time || booking.reminders === false || !REMINDED.includes(status)) return [];
  return rules
    .map(({ channel, minutesBefore }) => ({
      id: reminderId(id, channel, role, minutesBefore, time.start),
      ...fresh(booking, since),
      kind: 'reminder' as const,
      channel,
      role,
      about: { start: time.start },
      minutesBefore,
      dueAt: minus(time.start, minutesBefore * MINUTE),
      state: 'due' as const,
    }))
    .filter(({ dueAt }) => dueAt > since + NO_REMINDER_WITHIN);
}

/** The coach side's own reminders, of those who have some. */
export interface OwnReminders {
  readonly role: DeliveryRole;
  readonly rules: Reminders['rules'];
}

/**
 * Returns every message that follows from an event of a booking, mails and reminders. `reminders` are the attendee's,
 * `own` those of the coach side. The same event gives the same ids, so deriving it again adds nothing. Source of the
 * rules: R8, R17, R20, R34.
 */
export function derive(
  booking: Booking,
  event: OutboxEvent,
  reminders: Reminders,
  own: readonly OwnReminders[] = [],
): readonly Delivery[] {
  const messages = messagesOf(booking, event).filter(({ kind }) => kind !== 'follow_up' || reminders.followUp);
  const step = stepOf(event);
  // Another member of the team may have it since an update.
  const ofTeam =
    step in OF_CHANGES || step === 'updated'
      ? own.flatMap(({ role, rules }) => remindersOf(booking, { rules }, event.at, role))
      : [];
  return step in OF_CHANGES
    ? [...messages, ...remindersOf(booking, reminders, event.at), ...ofTeam]
    : [...messages, ...ofTeam];
}

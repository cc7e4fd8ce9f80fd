import { isActive, type BookingStatus } from '../../domain/booking/status.ts';
import type { Session } from '../../domain/booking/claim.ts';
import type { CoachHead, Service } from '../../domain/coach/coach.ts';
import { earliest, type Instant } from '@coach-booking/time/instant';
import { zoneOf } from '@coach-booking/time/zone';
import { whereOrRefusal, type Where } from '../coach-head/where.ts';
import type { Context } from '../kernel/context.ts';
import { instantOf } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { RowsOfImport } from '../ports/import-rows.ts';
import type { KnownAttendee } from '../people/known-attendee.ts';
import { sessionAt, sessionRules, type SessionRules } from '../slots/session-rules.ts';
import { RowRefusal, rowErrorsOf } from './row-error.ts';
import type { CoachOf } from './row-coach.ts';
import type { PersonOf } from './row-person.ts';
import { startOfRow } from './row-start.ts';

type Fields = RowsOfImport['bookings'];

/** A booking that a row asks for, in the terms of this system. */
export interface BookingDraft {
  readonly fields: Fields;
  readonly head: CoachHead;
  readonly service?: Service;
  readonly where: Where;
  readonly rules: SessionRules['rules'];
  readonly session: Session;
  readonly status: BookingStatus;
  /** It is still to come, or going on: it takes its time. */
  readonly takesTime: boolean;
  readonly attendee: KnownAttendee;
  readonly createdAt: Instant;
}

const refuse = (field: string, message: string): never => {
  throw new RowRefusal(field, 'INVALID_REQUEST', message);
};
const notNow = (message: string): never => {
  throw new RowRefusal('status', 'NOT_ALLOWED_NOW', message);
};

/** Returns the rules of a row: absent fields are the service's, where one is named. */
const rulesOf = (head: CoachHead, { service, duration, serviceTitle }: Fields): SessionRules => {
  if (service !== undefined && serviceTitle !== undefined)
    return refuse('serviceTitle', 'Is for a session of no service: leave out one of the two.');
  if (service === undefined && duration === undefined)
    return refuse('duration', 'Is missing: without a service nobody knows how long the session is.');
  try {
    const { rules, service: named } = sessionRules(head, { serviceId: service, duration });
    // With a duration and no service, the coach's own buffers.
    return service === undefined || !named ? { rules } : { rules, service: named };
  } catch (error) {
    const [first] = rowErrorsOf(error, 'service');
    throw new RowRefusal('service', first!.code, first!.message);
  }
};

/** Returns where the session is; a place without an address is none. */
const whereOf = ({ locationKind, placeName, placeAddress, placeHint }: Fields, service: Service | undefined): Where => {
  const more = present({ name: placeName, hint: placeHint });
  if (placeAddress === undefined && Object.keys(more).length > 0) refuse('placeAddress', 'A place has an address.');
  const place = placeAddress === undefined ? undefined : { ...more, address: placeAddress };
  const where = whereOrRefusal({ locationKind, place }, service);
  return where instanceof Refusal ? refuse('placeAddress', 'Only a session in person has a place.') : where;
};

const statusOf = (status: Fields['status'], { start, end }: Session, now: Instant): BookingStatus => {
  if (status === undefined) return end <= now ? 'completed' : 'scheduled';
  if (start > now && (status === 'completed' || status === 'no_show'))
    return notNow(`A session that is still to come cannot be ${status}.`);
  if (start <= now && status === 'pending') return notNow('A session that has begun can no longer be agreed to.');
  return status;
};

const checkPairs = (fields: Fields, status: BookingStatus): void => {
  if ((fields.priceAmount === undefined) !== (fields.priceCurrency === undefined))
    refuse(fields.priceAmount === undefined ? 'priceAmount' : 'priceCurrency', 'A price is an amount and a currency.');
  for (const field of ['cancelledBy', 'cancellationReason'] as const)
    if (fields[field] !== undefined && status !== 'cancelled') refuse(field, 'Is only for what was cancelled.');
};

/** The time of booking: by default the start, and not later than now. */
const createdAtOf = ({ bookedAt }: Fields, { start }: Session, now: Instant): Instant => {
  if (bookedAt === undefined) return earliest(start, now);
  const at = instantOf(bookedAt);
  return at <= now ? at : refuse('bookedAt', 'Must not be still to come.');
};

/** Returns the booking that a row describes. Throws RowRefusal, and Refusal where a person's details are wrong. */
export function bookingDraft(
  { now }: Context,
  fields: Fields,
  { coachOf, personOf }: { readonly coachOf: CoachOf; readonly personOf: PersonOf },
): BookingDraft {
  const head = coachOf(fields);
  const { rules, service } = rulesOf(head, fields);
  const session = sessionAt(startOfRow(fields.start, zoneOf(head.schedule.timeZone)), rules);
  const status = statusOf(fields.status, session, now);
  checkPairs(fields, status);
  const takesTime = isActive(status) && session.end > now;
  if (takesTime && !head.active)
    throw new RowRefusal('start', 'COACH_INACTIVE', `Coach ${head.slug} takes no bookings now.`);
  return {
    fields,
    head,
    where: whereOf(fields, service),
    rules,
    session,
    status,
    takesTime,
    attendee: personOf(fields, head.schedule.timeZone),
    createdAt: createdAtOf(fields, session, now),
    ...(service && { service }),
  };
}

import type { Booking } from '../../domain/booking/booking.ts';
import { asOf } from '../../domain/booking/expiry.ts';
import { MOVES } from '../../domain/booking/status.ts';
import { BURST_RULE, burstsOf, type Burst, type GuestVisit } from '../../domain/guest/bursts.ts';
import { minus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { contactIn } from '../people/contact.ts';
import type { Lead } from '../ports/leads.ts';
import { VISIT_DAYS } from '../ports/visits.ts';
import { scopeOf } from '../kernel/scope.ts';

export type ReadBurstsNeeds = Pick<Core, 'realNow' | 'bookings' | 'leads' | 'visits'>;

/** More visits in so few days are not a coach's calendar any more. */
const MAX_VISITS = 2000;

export interface KnownBurst extends Burst {
  /** Of its visits, by time of the visit. */
  readonly bookings: readonly Booking[];
}

const visitOf = (
  booking: Booking,
  lead: Lead | undefined,
  { mark, at }: { mark: string; at: Instant },
): GuestVisit[] => {
  const { attendee } = booking;
  if (attendee.kind !== 'lead' || !lead || lead.clientId !== undefined) return [];
  const { email } = contactIn(lead, attendee.contactId);
  // Visitors always give one.
  return email === undefined ? [] : [{ bookingId: booking.id, mark, at, email }];
};

/** Returns the bursts of guest bookings at a coach in the last days, at any status since; the largest first. */
export async function readBursts(
  core: ReadBurstsNeeds,
  context: Context,
  coachId: string,
): Promise<readonly KnownBurst[]> {
  const visits = await core.visits.atCoach(
    scopeOf(context),
    coachId,
    minus(core.realNow(), VISIT_DAYS * DAY),
    MAX_VISITS,
  );
  if (visits.length < BURST_RULE.least) return [];
  const found = await core.bookings.byIds(
    scopeOf(context),
    visits.map(({ bookingId }) => bookingId),
  );
  const bookings = new Map(found.map((booking) => [booking.id, asOf(booking, context.now)]));
  const leads = new Map(
    (await core.leads.byIds([...new Set(found.map(({ attendee }) => attendee.id))])).map((lead) => [lead.id, lead]),
  );
  const guests = visits.flatMap((visit) => {
    const booking = bookings.get(visit.bookingId);
    return booking ? visitOf(booking, leads.get(booking.attendee.id), visit) : [];
  });
  return burstsOf(guests).map((burst) => ({
    ...burst,
    bookings: burst.visits.map(({ bookingId }) => bookings.get(bookingId)!),
  }));
}

/**
 * Returns whether the booking is still ahead and changed by the attendee alone: what the coach side confirmed, moved or
 * noted stays.
 */
export function isRemovable(booking: Booking, now: Instant): boolean {
  const { status, time, history, attendee } = booking;
  if (attendee.kind !== 'lead' || (time && time.start <= now)) return false;
  return MOVES.cancel[status] !== undefined && history.every(({ by }) => by === 'attendee' || by === 'system');
}
